"""`factcheck compare`: a draft against what it was made from."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.checking import checked, given_out, reporting, split
from factcheck.cli.inputs import FAILED
from factcheck.terminal import Problems


@click.command()
@click.argument("source", metavar="SOURCE")
@click.argument("draft", metavar="DRAFT")
@click.option("--ignore", multiple=True, metavar="NAME", callback=split, help="Not this check of the family source.")
@reporting
def compare(source: str, draft: str, ignore: tuple[str, ...], **given: Any) -> int:
    """Hold each figure of a draft against its source, also across languages: a translation, a rewritten release."""
    problems = Problems()
    run = checked(
        [draft],
        {"sources": (source,), "select": ("source",), "ignore": ignore, "fail_on": given["fail_on"], "messages": given["messages"]},
        problems,
    )
    return FAILED if run is None else given_out(run, given, problems)
