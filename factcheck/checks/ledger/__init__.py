"""Checks of a draft against the ledger."""
