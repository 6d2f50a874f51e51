"""Where a text has numerals: digits, Chinese numerals and number words outside the places that are spoken for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from factcheck.document import Span
from factcheck.extract import hanzi, number_words, numerals
from factcheck.extract.numerals import Numeral
from factcheck.extract.prepared import Prepared

Read = Callable[[re.Match[str]], Numeral | None]
WHOLE_FORMS: tuple[tuple[re.Pattern[str], Read], ...] = (
    (hanzi.HANZI_FRACTION, hanzi.read_fraction),
    (hanzi.HANZI_PAIR, hanzi.read_pair),
    (hanzi.MAGNITUDE, hanzi.read_magnitude),
    (hanzi.HALF, hanzi.read_half),
    (hanzi.HALF_SHARE, hanzi.read_half_share),
)


def find_numerals(prepared: Prepared, taken: bytearray, glued: Collection[int] = ()) -> list[Numeral]:
    """Every numeral of a document in reading order. `taken` marks the places of masks, dates, identifiers and damage."""
    covered = bytearray(taken)
    found = list(_covering(covered, _digits(prepared, taken, glued)))
    idioms = _idioms(prepared)
    found += _covering(covered, _whole_forms(prepared.folded, covered))
    found += _covering(covered, _words(prepared.folded, covered, idioms))
    found += _hanzi(prepared.folded, covered, idioms)
    found.sort(key=lambda numeral: (numeral.span.start, -numeral.span.end))
    return found


def _covering(covered: bytearray, found: Iterable[Numeral]) -> Iterator[Numeral]:
    for numeral in found:
        covered[numeral.span.start : numeral.span.end] = b"\1" * len(numeral.span)
        yield numeral


def _digits(prepared: Prepared, taken: bytearray, glued: Collection[int]) -> Iterator[Numeral]:
    folded = prepared.folded
    unit_starts = {token.start: token.end for token in prepared.tokens if token.has("unit")}
    for match in numerals.DIGITS.finditer(folded):
        start = match.start()
        if match.end() - start > numerals.LONGEST:
            continue
        if start and "a" <= folded[start - 1] <= "z" and start not in glued and not _glued(prepared, start):
            continue
        if not taken[match.start("sign") if match["sign"] else match.start()] and not taken[match.end() - 1]:
            yield _shared(folded, numerals.read_digits(folded, match, unit_starts))


def _whole_forms(folded: str, covered: bytearray) -> Iterator[Numeral]:
    for pattern, read in WHOLE_FORMS:
        for match in pattern.finditer(folded):
            numeral = read(match)
            if numeral is not None and not covered[match.start()]:
                yield numeral


def _hanzi(folded: str, covered: bytearray, idioms: bytearray) -> Iterator[Numeral]:
    for match in hanzi.HANZI_RUN.finditer(folded):
        start, end = match.start("run"), match.end("run")
        if covered[start] or covered[end - 1] or idioms[start]:
            continue
        numeral = hanzi.read_hanzi(folded, match)
        if numeral is not None:
            yield numeral


def _words(folded: str, covered: bytearray, idioms: bytearray) -> Iterator[Numeral]:
    for match in number_words.multiple_words().finditer(folded):
        if not covered[match.start()] and not idioms[match.start()]:
            yield number_words.read_multiple(match)
    for match in number_words.ordinal_words().finditer(folded):
        if not covered[match.start()] and not idioms[match.start()]:
            yield number_words.read_ordinal(match)
    for match in number_words.number_words().finditer(folded):
        if not covered[match.start("run")] and not idioms[match.start("run")]:
            yield from number_words.read_words(match)


def _glued(prepared: Prepared, place: int) -> bool:
    """Whether the letters in front of a number are a word of their own: "more than130,000", "RMB100", but not "A380"."""
    token = prepared.ending.get(place)
    return token is not None and not token.kinds.isdisjoint(("hedge", "change", "join", "unit"))


def _shared(folded: str, numeral: Numeral) -> Numeral:
    """百分之 in front of digits: 百分之30."""
    start = numeral.span.start
    for words, form in (("百分之", "percent"), ("千分之", "permille")):
        if folded.endswith(words, 0, start):
            return replace(numeral, span=Span(start - 3, numeral.span.end), form=form)  # type: ignore[arg-type]
    return numeral


def _idioms(prepared: Prepared) -> bytearray:
    """Where a word that is no number covers number characters: 一些, 统一, 百度, "one of"."""
    covered = bytearray(len(prepared.folded) + 1)
    for token in prepared.tokens:
        if token.has("not_number") or (token.has("entity") and not token.has("unit")):
            covered[token.start : token.end] = b"\1" * (token.end - token.start)
    return covered
