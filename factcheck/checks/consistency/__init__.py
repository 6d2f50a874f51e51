"""Checks of statements that are of one thing, in one document or in several."""
