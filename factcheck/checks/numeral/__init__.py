"""Checks of how a figure is written."""
