"""Checks of figures and words that a machine or a typing slip has spoilt."""
