"""`factcheck explain`: what a check looks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import click

from factcheck.cli.inputs import DONE, FAILED
from factcheck.pattern import lazy_pattern
from factcheck.terminal import Problems, put

# An example of one line; one that goes on in the next is left to the page.
BAD = lazy_pattern(r"^Bad:[ ]+(?P<text>.+)$(?!\n      )", re.MULTILINE)
TOGETHER = lazy_pattern(r"(?:ledger|source|before): ")


@click.command()
@click.argument("name", required=False, metavar="CHECK")
def explain(name: str | None) -> int:
    """Print what a check looks for and what it leaves alone; without a name, list the checks."""
    from factcheck import registry

    try:
        if name is not None and name in registry.known():
            put(page(registry.load(name)))
        else:
            for member in registry.chosen(select=[name] if name else ()):
                put(f"{member}: {registry.load(member).page.splitlines()[0]}\n")
    except registry.CheckError as error:
        Problems().tell(error)
        return FAILED
    return DONE


def page(one: Any) -> str:
    """What `explain` prints of a check: its page, an example as it is found, its options, and how it is left out."""
    lines = [f"{one.name} ({one.level})", "", one.page]
    worked = list(examples(one))
    if worked:
        lines += ["", "What it says of its examples:", *worked]
    if one.options:
        lines += ["", f'Options, under [tool.factcheck.checks."{one.name}"]:']
        lines += [f"  {name} = {default!r}" for name, default in one.options.items()]
    lines += ["", f'To leave it out: --ignore {one.name}, or ignore = ["{one.name}"] under [tool.factcheck].']
    return "\n".join(lines) + "\n"


def examples(one: Any) -> Iterator[str]:
    """The first bad examples of a check in each language, run as they are read, with the working and the repairs."""
    from factcheck import engine
    from factcheck.wording import language_of

    seen = set()
    for match in BAD.finditer(one.page):
        text = match["text"].replace("⟦", "").replace("⟧", "").replace("\\n", "\n")
        language = language_of(text[:1])
        if language in seen or " || " in text or TOGETHER.match(text):
            continue  # what needs more documents than one is shown in the page alone
        seen.add(language)
        for finding in engine.check(text, select=[one.name]).findings[:1]:
            yield f"  {match['text']}"
            yield from (f"    {line}" for line in (finding.message, *finding.working))
            yield from (f"    fix: {fix.label}" for fix in finding.fixes)
