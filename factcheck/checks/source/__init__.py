"""Held against its sources: each figure of a draft, also one in another language than its source."""

NEEDS = ("source_documents",)
