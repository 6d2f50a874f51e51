"""`factcheck claims …`: the ledger."""

from __future__ import annotations

import click

from factcheck.cli.inputs import DONE, FAILED, FOUND, ledger_at
from factcheck.terminal import Problems, put


@click.group()
def claims() -> None:
    """The ledger: claims that have a source."""


@claims.command()
@click.argument("folder", required=False, metavar="[DIR]")
@click.option("--texts", metavar="FOLDER", type=click.Path(exists=True), help="Texts of the sources, to find the quotes in.")
def verify(folder: str | None, texts: str | None) -> int:
    """Read every amount again from its quote, and from its source where the text is at hand."""
    ledger = ledger_at(folder)
    if ledger is None:
        return FAILED
    verification = ledger.verify(texts=texts)
    put("".join(f"{line}\n" for line in verification.lines()))
    return FOUND if verification.problems else DONE


@claims.command("list")
@click.argument("folder", required=False, metavar="[DIR]")
@click.option("--subject", metavar="WORDS", help="Only claims about this subject.")
@click.option("--measure", metavar="WORDS", help="Only claims of this measure.")
def list_claims(folder: str | None, subject: str | None, measure: str | None) -> int:
    """List the claims, one a line."""
    from factcheck.ledger.listing import listed

    ledger = ledger_at(folder)
    if ledger is None:
        return FAILED
    put("".join(f"{line}\n" for line in listed(ledger, subject=subject, measure=measure)))
    return DONE


@claims.command()
@click.argument("name", metavar="ID")
@click.option("--claims", "folder", metavar="DIR", help="The ledger's folder.")
def show(name: str, folder: str | None) -> int:
    """Show one claim with all that is known of it."""
    from factcheck.ledger.listing import shown

    ledger = ledger_at(folder)
    if ledger is None:
        return FAILED
    try:
        put("".join(f"{line}\n" for line in shown(ledger, name)))
    except KeyError as error:
        Problems().tell(error.args[0])
        return FAILED
    return DONE


@claims.command("schema")
def schema_of_claims() -> int:
    """Print the JSON Schema of a ledger file and of a claim row."""
    import json

    from factcheck.ledger.schema import schema

    put(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
    return DONE
