"""Checks of figures that one sentence binds together by arithmetic."""
