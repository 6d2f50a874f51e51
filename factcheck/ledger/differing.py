"""What differs between two ledgers, claim by claim: what entries say, whatever the layout of their files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.claim import Claim
from factcheck.ledger.entries import ClaimEntry
from factcheck.ledger.listing import of_source, text_of
from factcheck.quantity import Quantity

if TYPE_CHECKING:
    from factcheck.ledger import Ledger

# Where a claim stands in its source: by these a claim is known again that got another id.
ANCHOR = ("source", "prefix", "quote", "suffix", "amount")


def differences(old: Ledger, new: Ledger) -> Iterator[str]:
    """One line for each claim that was added, removed, renamed, withdrawn or changed, in the order of their ids."""
    before, after = by_id(old), by_id(new)
    gone = {anchor(entry): name for name, (entry, _) in before.items() if name not in after}
    renamed = {name: gone[anchor(entry)] for name, (entry, _) in after.items() if name not in before and anchor(entry) in gone}
    withdrawn = {entry.id: entry for entry in new.withdrawn}
    for name in sorted({*before, *after}):
        if name in renamed.values() and name not in after:
            continue
        if name in withdrawn and name not in after:
            entry = withdrawn[name]
            yield f"× {name}: withdrawn on {entry.withdrawn}: {entry.withdrawn_because}"
        elif name not in after:
            yield f"− {name}: {summary(before[name][1])}"
        elif name in renamed:
            yield f"~ {name}: was {renamed[name]}"
            yield from changed(name, before[renamed[name]][1], after[name][1])
        elif name not in before:
            yield f"+ {name}: {summary(after[name][1])}"
        else:
            yield from changed(name, before[name][1], after[name][1])


def by_id(ledger: Ledger) -> dict[str, tuple[ClaimEntry, Claim]]:
    """The claims of a ledger with their rows, by their ids."""
    return {entry.id: (entry, claim) for entry, claim in zip(ledger.entries, ledger.claims, strict=True)}


def anchor(entry: ClaimEntry) -> tuple[str, ...]:
    """Where a claim stands in its source."""
    return tuple(getattr(entry, key) for key in ANCHOR)


def summary(claim: Claim) -> str:
    """A claim in a few words."""
    measured = claim.measure or claim.measure_text
    when = text_of(claim.period or claim.as_of)
    return ", ".join(
        part for part in (claim.subject, measured, " ".join(claim.scope), when, f'"{claim.text}"', claim.source.id) if part
    )


def changed(name: str, old: Claim, new: Claim) -> Iterator[str]:
    """What one claim says otherwise, in one line."""
    before, after = meaning(old), meaning(new)
    parts = [f"{key} {shown(before[key])} → {shown(after[key])}" for key in before if before[key] != after[key]]
    if said(old.quantity) != said(new.quantity):
        parts.insert(0, f'amount "{old.text}" → "{new.text}"')
    if parts:
        yield f"~ {name}: {'; '.join(parts)}"


def said(quantity: Quantity | None) -> object:
    """What a figure says: 1.2亿 and 12000万 say one value, to another digit."""
    return quantity and (quantity.value, quantity.high, quantity.unit, quantity.hedge, quantity.interval())


def meaning(claim: Claim) -> dict[str, str | None]:
    """What a claim says beside its figure."""
    return {
        "subject": claim.subject,
        "measure": claim.measure or claim.measure_text,
        "scope": ", ".join(claim.scope) or None,
        "period": text_of(claim.period),
        "as_of": text_of(claim.as_of),
        "role": claim.role,
        "against": text_of(claim.against),
        "quote": claim.prefix + claim.quote + claim.suffix,
        **of_source(claim.source),
    }


def shown(value: str | None) -> str:
    """A value for a line, or that there is none."""
    return f'"{value}"' if value is not None else "nothing"
