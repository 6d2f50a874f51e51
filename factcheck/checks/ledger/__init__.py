"""Checks of a draft against the ledger."""

NEEDS = ("ledger", "source_documents")
