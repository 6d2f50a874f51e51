"""Plain text: every line that is not blank is a paragraph."""

from __future__ import annotations

from factcheck.document import Document


def read_text(text: str, name: str) -> Document:
    """The document of a plain text; its structure is what `Document` sees in one."""
    return Document(text, name=name)
