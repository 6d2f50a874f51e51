"""Reports: one file a format. A report says what was found, and also what was not looked at."""
