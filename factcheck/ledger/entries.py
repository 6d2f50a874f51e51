"""The entries of a ledger file, as pydantic models: what each key holds, and in what form it is written.

The descriptions are read twice: the JSON Schema publishes them, and an error about a key quotes them.
"""

from __future__ import annotations

import datetime
from functools import cache, lru_cache
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

from factcheck.claim import Model, Role
from factcheck.lexicon import page
from factcheck.period import DATE, Period

EDTF_FORMS = "2021, 2021-06, 2021-06-30, or an interval such as 2022-01-01/2022-06-30"


@lru_cache(maxsize=4096)
def edtf(text: str) -> str:
    """The text itself where it is a date or interval of ISO 8601-2 (EDTF) that the calendar has. Raises ValueError otherwise."""
    ends = text.split("/")
    if len(ends) > 2 or not all(_calendar_has(end) or (end == ".." and len(ends) == 2) for end in ends) or ends == ["..", ".."]:
        raise ValueError(f'"{text}" is no EDTF date; write {EDTF_FORMS}')
    period = Period(text)
    if period.start and period.end and period.start > period.end:
        raise ValueError(f'"{text}" ends before it begins')
    return text


def _calendar_has(text: str) -> bool:
    # XXXX-02-29 exists in a leap year; 2000 is one.
    return DATE.fullmatch(text) is not None and Period(text.replace("XXXX", "2000")).start is not None


@cache
def relative_bases() -> frozenset[str]:
    """The relations that a change can be stated in without a date, by their names in the lexicon: `year_on_year` and so on."""
    return frozenset(name for words in ("zh.toml", "en.toml") for name in page(words)["basis"])


def base_of_change(text: str) -> str:
    """What a change is measured from: an EDTF date, or a relation whose base is not dated. Raises ValueError otherwise."""
    if text in relative_bases():
        return text
    try:
        return edtf(text)
    except ValueError as error:
        raise ValueError(f"{error}, or one of {', '.join(sorted(relative_bases()))}") from None


def day_of_year(text: str) -> str:
    """The last day of a fiscal year, `03-31`. Raises ValueError for anything else."""
    if len(text) != 5 or not _calendar_has(f"XXXX-{text}"):
        raise ValueError(f'"{text}" is no day of the year; write month and day, such as 03-31')
    return text


def folded_digest(text: str) -> str:
    """A SHA-256 in hexadecimal. Raises ValueError for anything else."""
    if len(text) != 64 or not set(text) <= set("0123456789abcdef"):
        raise ValueError("expected the 64 hexadecimal digits (0-9, a-f) of a SHA-256")
    return text


Text: TypeAlias = Annotated[str, Field(min_length=1)]
Texts: TypeAlias = Annotated[tuple[Text, ...], Field(strict=False)]
Edtf: TypeAlias = Annotated[str, AfterValidator(edtf)]


class Head(Model):
    """The head of a ledger file: whom its claims are about. One subject, one file."""

    subject: Text = Field(description="whom the file is about, by the usual English name where there is one")
    aliases: Texts = Field(default=(), description="other names of the subject, in every script and language that drafts use")
    fiscal_year_end: Annotated[str, AfterValidator(day_of_year)] | None = Field(
        default=None, description="the last day of the subject's fiscal year, month and day, such as 03-31"
    )


class SourceEntry(Model):
    """A `[[source]]`: who published the text that claims are taken from."""

    id: Text = Field(description="the name by which claims refer to the source, such as ofweek-2022-11-30")
    title: Text = Field(description="the title of the text")
    publisher: Text | None = Field(default=None, description="who published it")
    url: Text | None = Field(default=None, description="where it is published")
    published: datetime.date | None = Field(default=None, description="the day, a TOML date without quotes: 2022-11-30")
    sha256: Annotated[str, AfterValidator(folded_digest)] | None = Field(
        default=None, description="the SHA-256 of the text, decoded and written as UTF-8"
    )
    language: Text | None = Field(default=None, description="the text's language, a BCP 47 tag such as zh-Hant or en")
    note: Text | None = Field(default=None, description="what a reader must know of the source")


class ClaimEntry(Model):
    """A `[[claim]]`: one figure, what it is about, and the words of the source that say it."""

    id: Text = Field(description="a name for the claim that no other claim of the ledger has")
    subject: Text | None = Field(default=None, description="whom it is about, where that is a part of the file's subject")
    measure: Text | None = Field(default=None, description="what is measured, by its name in the lexicon, such as revenue")
    measure_text: Text | None = Field(default=None, description="what is measured, in the source's own words")
    scope: Texts = Field(default=(), description="what narrows the measure down: a platform, a product, a region")
    period: Edtf | None = Field(default=None, description="the period that a flow covers, as an EDTF date or interval in quotes")
    as_of: Edtf | None = Field(default=None, description="the date on which a level holds, as an EDTF date in quotes")
    role: Role | None = Field(default=None, description="whether the figure is a level, a change or a share")
    against: Annotated[str, AfterValidator(base_of_change)] | None = Field(
        default=None, description="what a change is measured from: an EDTF date in quotes, or year_on_year"
    )
    amount: Text = Field(description="the figure as printed, in quotes, with its hedge, scale and unit")
    reading: Text | None = Field(default=None, description="what a damaged amount says, as a figure in base units, in quotes")
    why: Text | None = Field(default=None, description="what the reading of a damaged amount rests on")
    unit: Text | None = Field(default=None, description="the unit of an amount printed without one, by its lexicon name")
    source: Text = Field(description="the id of the [[source]] that says it")
    quote: Text = Field(description="the figure and the few words around it, exactly as they stand in the source")
    prefix: str = Field(default="", description="the words right before the quote, where the quote stands more than once")
    suffix: str = Field(default="", description="the words right behind the quote, where the quote stands more than once")
    note: Text | None = Field(default=None, description="what a reader must know of the claim")
    withdrawn: datetime.date | None = Field(
        default=None, description="the day on which the claim was withdrawn, a TOML date: 2024-01-31"
    )
    withdrawn_because: Text | None = Field(default=None, description="why it was withdrawn")
