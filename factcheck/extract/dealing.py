"""What 分别 deals out among several: in 甲厂、乙厂产量分别为3万吨、2万吨 each factory has a figure of its own."""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from factcheck.document import Span
from factcheck.extract.heads import opened
from factcheck.extract.mentions import Found
from factcheck.extract.periods import PeriodFigure
from factcheck.extract.prepared import Prepared
from factcheck.extract.times import NAMES, TIMES, YEAR, Time
from factcheck.lexicon import Token
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

# 2019年、2020年和2021年
IN_ROW = lazy_pattern(r"[ ]?(?:[,，、]|and|和|及|与|以及|,[ ]and)?[ ]?")
JOINT = lazy_pattern("以及|[、和与及，,]")
# 分别比上年同期增长
LONGEST = 16


class Dealt(NamedTuple):
    """Whose each figure is, or what it measures, by where the figure starts."""

    owners: dict[int, Span]
    measures: dict[int, Token]


def dealt(prepared: Prepared, mentions: Mapping[int, Mention]) -> Dealt:
    """What 分别 deals out in a document; `mentions` are its figures and times by start."""
    found = Dealt({}, {})
    words = [token for token in prepared.of("part.respectively") if not prepared.folded[token.start].isascii()]
    figures = sorted(start for start, mention in mentions.items() if mention.kind not in TIMES | NAMES) if words else []
    parts: list[Span] = []
    for token in words:
        clause = prepared.clause(token.start)
        start = min(token.start, opened(prepared, Span(clause.start, token.start), mentions))
        again = start == token.start and bool(parts) and parts[0].start >= prepared.sentence(start).start
        parts = parts if again else _parts(prepared, Span(start, token.start))
        which = bisect.bisect_left(figures, token.end)
        row = [mentions[place] for place in figures[which : which + len(parts) + 1]]
        while len(row) > 1 and not JOINT.fullmatch(prepared.folded, row[-2].span.end, row[-1].span.start):
            row.pop()
        if len(parts) != len(row) or len(row) < 2 or row[0].span.start > token.end + LONGEST:
            continue
        places = [mention.span.start for mention in row]
        measured = [prepared.ending.get(part.end) for part in parts]
        kept = [word for word in measured if word is not None and "measure" in word.kinds]
        if len(kept) == len(row):
            found.measures.update(zip(places, kept, strict=True))
        elif measured[-1] not in kept or len(kept) == 1:
            found.owners.update(zip(places, _owners(prepared, parts), strict=True))
    return found


def _parts(prepared: Prepared, span: Span) -> list[Span]:
    """The parts of a list: 甲厂, 乙厂产量."""
    end = span.end - (prepared.folded[span.end - 1 : span.end] == "的")
    start, parts = span.start, []
    for joint in JOINT.finditer(prepared.folded, span.start, end):
        if joint.start() > start:
            parts.append(Span(start, joint.start()))
        start = joint.end()
    return [*parts, Span(start, end)] if end > start else parts


def _owners(prepared: Prepared, parts: list[Span]) -> list[Span]:
    """The nouns of a list, the last without what is measured: 甲厂, 乙厂."""
    last = parts[-1]
    measured = next((token for token in prepared.tokens_in(last.start, last.end) if "measure" in token.kinds), None)
    end = measured.start if measured is not None and measured.start > last.start else last.end
    return [*parts[:-1], Span(last.start, end - (prepared.folded[end - 1] == "的"))]


def dealt_times(prepared: Prepared, times: Sequence[Time], found: Found) -> dict[int, Time]:
    """The times of the figures that 分别 and "respectively" deal out, by where each figure starts; `times` are those of the document."""
    dealt: dict[int, Time] = {}
    words = prepared.of("part.respectively")
    if not words:
        return dealt
    figures = [mention.span.start for mention in found.mentions if mention.kind not in TIMES | NAMES]
    for number, tokens in groupby(words, key=lambda token: prepared.sentence_index(token.start)):
        told = len(list(tokens))
        sentence = prepared.passage.sentence(prepared.passage.starts[number])
        row = _row(prepared, times, sentence)
        inside = figures[bisect.bisect_left(figures, sentence.start) : bisect.bisect_left(figures, sentence.end)]
        if len(row) > 1 and len(inside) == len(row) * told:
            dealt |= {start: row[which % len(row)] for which, start in enumerate(inside)}
    return dealt


def _row(prepared: Prepared, times: Sequence[Time], sentence: Span) -> list[Time]:
    """The times of a sentence where they stand in one row: 2019年、2020年和2021年; none where other times stand apart."""
    inside = [bisect.bisect_left(times, place, key=lambda time: time.span.start) for place in (sentence.start, sentence.end)]
    row = list(times[slice(*inside)])
    folded = prepared.folded
    if not all(IN_ROW.fullmatch(folded, one.span.end, two.span.start) for one, two in pairwise(row)):
        return []
    first = row[0].fiscal if row else None
    return row if first is None else [_alike(time, first) for time in row]


def _alike(time: Time, first: PeriodFigure) -> Time:
    """A year behind a fiscal one in a row, as one of the same kind: fiscal 2019, 2018 and 2017."""
    if time.fiscal is not None or time.period is None or YEAR.fullmatch(time.period.edtf) is None:
        return time
    return dataclasses.replace(time, fiscal=dataclasses.replace(first, period=time.period))
