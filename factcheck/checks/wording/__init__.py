"""Checks of the words around a figure: bounds, approximations, directions."""
