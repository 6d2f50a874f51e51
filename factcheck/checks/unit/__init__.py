"""Checks of units and scales: what a figure is counted in."""
