"""The language server: findings as diagnostics in any editor, with hover, repairs and silence with a reason.

An edit is answered at once by the paragraphs that it touched, checked by themselves; what the whole draft, the other drafts of the
workspace and the ledger say follows when the editor has stopped typing for a moment, and replaces it.
"""

from __future__ import annotations

from pathlib import Path

from factcheck.config import Configuration
from factcheck.ledger import Ledger
from factcheck.lsp.server import make_server

__all__ = ["serve"]


def serve(*, settings: Configuration, ledger: Ledger | None = None, folder: Path | None = None) -> None:
    """Serve one editor over standard input and output until it leaves."""
    make_server(settings=settings, ledger=ledger, folder=folder).start_io()
