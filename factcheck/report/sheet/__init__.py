"""The coverage sheet: every figure of the drafts with what became of it, the list that a fact-checker works through."""
