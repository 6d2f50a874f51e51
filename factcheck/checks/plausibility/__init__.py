"""Checks of figures that nothing of their kind can have."""
