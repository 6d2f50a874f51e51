"""`factcheck lsp`: the language server."""

from __future__ import annotations

import click

from factcheck.cli.inputs import DONE, FAILED, configured, load_ledger, telling
from factcheck.terminal import Problems


@click.command()
@click.option("--claims", metavar="DIR", help="The ledger: a folder of claims to check against.")
@telling
def lsp(claims: str | None, messages: str | None) -> int:
    """Serve an editor over standard input and output (Language Server Protocol)."""
    from factcheck.config import ConfigurationError

    problems = Problems()
    try:
        from factcheck.lsp import serve
    except ImportError:
        problems.tell("lsp needs the extra lsp; pip install 'factcheck-numbers[lsp]'")
        return FAILED
    try:
        settings = configured({"claims": claims, "messages": messages})
    except ConfigurationError as error:
        problems.tell(error)
        return FAILED
    # A broken ledger is told; the drafts are checked without it.
    serve(settings=settings, ledger=load_ledger(settings.claims, problems))
    return DONE
