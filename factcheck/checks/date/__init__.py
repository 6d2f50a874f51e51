"""Checks of dates and of what follows from them: the calendar, weekdays, lengths of time, ages."""
