"""How much of an annotation made by hand extraction reads: value, subject, measure and period of single figures.

An annotation (annotation.toml and those beside it) holds places and values, not text: the texts stay with the measuring data.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from factcheck import Document, claims
from factcheck.claim import Claim
from factcheck.lexicon import finder, fold

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "shared" / "data"
SETS = ("annotation", "annotation_second", "annotation_third", "annotation_fourth")
PARTS = ("value", "subject", "measure", "period")


def figures(name: str) -> list[dict[str, Any]]:
    """The annotated figures of a set."""
    rows: list[dict[str, Any]] = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["figure"]
    return rows


def shares(name: str) -> dict[str, Fraction]:
    """The share of the annotated figures whose part is right, by part, and `subject_wrong`: those given a subject that is not theirs."""
    counts: Counter[str] = Counter()
    rows = figures(name)
    for row, text, claim in pairs(rows):
        for part in PARTS:
            counts[part] += right(part, row, text=text, claim=claim)
        counts["subject_wrong"] += (
            claim is not None and claim.subject is not None and not right("subject", row, text=text, claim=claim)
        )
    return {part: Fraction(counts[part], len(rows)) for part in (*PARTS, "subject_wrong")}


def right(part: str, row: dict[str, Any], *, text: str, claim: Claim | None) -> bool:
    """Whether a claim has what the annotation says of one part of it."""
    if claim is None or claim.quantity is None:
        return False
    if part == "value":
        return row["value"] == "" or Fraction(row["value"]) == Fraction(claim.quantity.value)
    if part == "subject":
        return same_name(text[slice(*row["subject"])], claim.subject, text)
    if part == "measure":
        words, said = fold(text[slice(*row["measure"])]), fold(claim.measure_text or "")
        return (said in words or words in said) if words and said else words == said
    when = claim.period or claim.as_of
    return ("" if when is None else when.edtf) == row["period"]


def same_name(words: str, subject: str | None, text: str) -> bool:
    """Whether words name a claim's subject: its name or the beginning or end of it, or an alias of it in the lexicon."""
    if not words or subject is None:
        return not words and subject is None
    said, known = fold(words), fold(subject)
    if said.startswith(known) or said.endswith(known) or known.startswith(said) or known.endswith(said):
        return True
    return any(
        token.end - token.start == len(words) and token.meaning("entity") == subject for token in finder().tokens(fold(words))
    )


def pairs(rows: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str, Claim | None]]:
    """Each row with its text and the claim at its place."""
    texts = {file: (DATA / file).read_text(encoding="utf-8").split("\n") for file in {row["file"] for row in rows}}
    read: dict[tuple[str, int, str], tuple[str, list[Claim]]] = {}
    for row in rows:
        item = row["file"], row["item"], row.get("language", "text")
        if item not in read:
            text = json.loads(texts[item[0]][item[1]])[item[2]]
            read[item] = text, claims(Document(text))
        text, found = read[item]
        yield row, text, next((claim for claim in found if _at(claim, row)), None)


def _at(claim: Claim, row: dict[str, Any]) -> bool:
    return claim.mention.number.start < row["end"] and row["start"] < claim.mention.number.end
