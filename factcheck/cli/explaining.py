"""`factcheck explain`: what a check looks for."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.inputs import DONE, FAILED
from factcheck.terminal import Problems, put


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
    """What `explain` prints of a check."""
    lines = [f"{one.name} ({one.level})", "", one.page]
    if one.options:
        lines += ["", f'Options, under [tool.factcheck.checks."{one.name}"]:']
        lines += [f"  {name} = {default!r}" for name, default in one.options.items()]
    lines += ["", f'To leave it out: --ignore {one.name}, or ignore = ["{one.name}"] under [tool.factcheck].']
    return "\n".join(lines) + "\n"
