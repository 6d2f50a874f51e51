"""How the working of a finding cites a statement: its words, its date and how that is known, its scope, its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from factcheck.claim import Claim
from factcheck.document import Document
from factcheck.mention import Mention
from factcheck.messages import Said, say
from factcheck.period import Relative
from factcheck.wording import scope_names

Dating = Literal["stated", "damaged", "document", "inferred", "unknown"]

DATINGS: dict[Dating, str] = {
    "stated": "stated",
    "damaged": "read from a damaged date",
    "document": "the date of the document",
    "inferred": "worked out from the words beside it",
    "unknown": "",
}


def damaged_dates(mentions: Iterable[Mention]) -> frozenset[tuple[int, str]]:
    """The dates that are read from damaged ones: each as its document and its EDTF string."""
    return frozenset((id(mention.document), value) for mention in mentions for value in _dates(mention))


def _dates(mention: Mention) -> Iterator[str]:
    if mention.period is None and mention.readings and isinstance(mention.readings[0].value, str):
        yield mention.readings[0].value


def dating(claim: Claim, *, damaged: frozenset[tuple[int, str]] = frozenset()) -> Dating:
    """How the date of a claim is known. A date without its year is unknown: it could be of any."""
    when = claim.period or claim.as_of
    if when is None or not when.year_known:
        return "unknown"
    if not when.inferred:
        return "stated"
    if (id(claim.document), when.edtf) in damaged:
        return "damaged"
    published = claim.source.published
    if published is not None and when.edtf == published.isoformat() and "period" in claim.carried:
        return "document"
    return "inferred"


def cited(claim: Claim, *, damaged: frozenset[tuple[int, str]] = frozenset()) -> str:
    """A statement in one line: "more than 11万", 2020-12-31 (stated), platform — draft.md:12."""
    when, how = claim.period or claim.as_of, dating(claim, damaged=damaged)
    date: str = say("no date") if when is None or how == "unknown" else say("{date} ({how})", date=when.edtf, how=say(DATINGS[how]))
    if when is not None and when.relative is not None:
        date = distance(when.relative)
    scope = say(", {scope}", scope=scope_names(claim.scope, by=" and ")) if claim.scope else ""
    where = place(claim.document, claim.span.start)
    return say('"{claim}", {date}{scope} — {where}', claim=claim.text, date=date, scope=scope, where=where)


def distance(relative: Relative) -> str:
    """How far a time of unknown date lies from the day on which the text was written."""
    return (
        say("at the day of writing")
        if not relative.offset
        else say("{duration} from the day of writing", duration=relative.duration)
    )


def in_quotes(words: str) -> Said:
    """Words of a draft in the quotation marks of the message."""
    return say('"{words}"', words=words)


def place(document: Document, offset: int) -> str:
    """The file and line of an offset, as editors open it."""
    return f"{document.name}:{document.place(offset).line}"
