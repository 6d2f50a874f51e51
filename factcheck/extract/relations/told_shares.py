"""Parts that a paragraph tells with their shares: 果汁收入36.4亿元，占74.9%; "36,500 (17.0%)"; 分别占; 死亡41人，死亡率0.8%."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import amounts_in, of_one_kind, percents_in
from factcheck.extract.relations.runs import Paragraph
from factcheck.interval import Interval
from factcheck.pattern import lazy_pattern

# Between a part and its share: ，占 …, ，约占总营收的, " (", ", or "
BESIDE = lazy_pattern(
    r"""
      [，,](?:约|大约)?占(?:比|到|了)?(?P<of>[^，,。；;、0-9]{0,14}?)(?:的(?:比重|比例)?)?(?:约|近|超|为|达)?   # ，占54.4%；，占营业收入的6.0%
    | [ ]?[（(](?:占比?|约占)?                                                                         # 900人（占15%）; "900 (15%)"
    """,
    re.VERBOSE,
)
SHARED = lazy_pattern(rf"(?:{BESIDE.pattern})[0-9]", re.VERBOSE)
# "costs £8 million, 40% of profit after tax"
OF = lazy_pattern(r"[ ]of[ ](?:the[ ]|its[ ]|their[ ]|group[ ]){0,2}")
COMMA = lazy_pattern(r"(?:,[ ](?:or[ ])?|[ ](?:is|are|was|were|makes?[ ]up|represents?|accounts?[ ]for)[ ])(?:about[ ]|some[ ])?")
OF_THE_TOTAL = " of the total"
# ，投票率, ，有效回收率为, ，占比; ", a rate of", ", a turnout of", ", or "
RATED = lazy_pattern(
    r"""
      [^，,。；;0-9]{0,10} [，,] (?P<what>[^，,。；;0-9]{1,6}) (?:率|面) (?:为|达|是|约为|达到|高达|约)?     # 死亡418宗，死亡率
    | [^,;()0-9]{0,40} ,[ ] (?:(?:or|a[ ][a-z]+[ ]of|a[ ][a-z]+[ ]rate[ ]of)[ ] (?:about[ ])?)          # 936 graduated, or
    """,
    re.VERBOSE,
)
# ，分别占
RESPECTIVELY = lazy_pattern(
    r"[^，,。；;0-9]{0,6}[，,](?:分别|各|依次)占(?:比|到|了)?(?:为|达|约)?(?P<of>[^，,。；;、0-9]{0,10}?)(?:的)?"
)
STATED = ("share", "level", "after")
NO_PART = ("before", "change", "average", "each", "one_in")
KIN = (("net_profit", "attributable_profit"),)


@dataclass(frozen=True, slots=True)
class ToldShare:
    """A part and its share.

    `measures` are those that the words name for the whole, `of` the words behind 占; `rated` where the share is that of a rate's name.
    """

    part: Cast
    rate: Cast
    measures: Sequence[str] = ()
    rated: bool = False
    of: str = ""


def told_shares(paragraph: Paragraph, taken: Container[int] = ()) -> Iterator[ToldShare]:
    """The shares of a paragraph, each beside its part. `taken` are those that a sentence binds already."""
    casts, folded = paragraph.casts, paragraph.prepared.folded
    measures: Sequence[str] = ()
    run = -1
    for place, rate in enumerate(casts):
        if paragraph.run(rate) != run:
            run, measures = paragraph.run(rate), ()
        if not place or not percents_in([rate]) or rate.part not in STATED or id(rate.mention) in taken:
            continue
        part = casts[place - 1]
        if not amounts_in([part]) or part.part in NO_PART:
            continue
        if RESPECTIVELY.fullmatch(folded, part.mention.span.end, rate.mention.span.start):
            yield from _in_turn(casts, place)
            continue
        match = BESIDE.fullmatch(folded, part.mention.span.end, rate.mention.span.start)
        own = _named(paragraph, part, rate, match)
        measures = own or measures
        of_the_total = match is None and folded.startswith(OF_THE_TOTAL, rate.mention.span.end) and _with_comma(folded, part, rate)
        if own or of_the_total or (match is not None and not match["of"]):
            yield ToldShare(part, rate, measures, of=(match["of"] or "") if match is not None else "")
        elif match is None and _rated(paragraph, part, rate):
            yield ToldShare(part, rate, rated=True)


def all_of_whole(rates: Iterable[Cast]) -> bool:
    """Whether shares make 100 %, but for the rounding of each: 54.8, 33.0 and 12.2, or 33, 33 and 33."""
    known = [one.mention.quantity for one in rates if one.mention.quantity is not None]
    made = sum((quantity.interval() for quantity in known), Interval.point(0))
    return made.meets(Interval.point(100))


def _in_turn(casts: Sequence[Cast], place: int) -> Iterator[ToldShare]:
    """香港6.84亿元、内地4.12亿元、海外1.52亿元，分别占54.8%、33.0%和12.2%: as many parts as shares, in one order."""
    rates: list[Cast] = []
    while place + len(rates) < len(casts) and percents_in([casts[place + len(rates)]]):
        rates.append(casts[place + len(rates)])
    parts = casts[max(0, place - len(rates)) : place]
    if len(parts) == len(rates) and all(amounts_in([one]) and of_one_kind(one, parts[0]) for one in parts):
        yield from (ToldShare(part, rate) for part, rate in zip(parts, rates, strict=True))


def _named(paragraph: Paragraph, part: Cast, rate: Cast, match: re.Match[str] | None) -> Sequence[str]:
    """The measures that the words beside a share name for its whole."""
    prepared, folded = paragraph.prepared, paragraph.prepared.folded
    if match is not None and match["of"]:
        start, end = match.span("of")
    elif _with_comma(folded, part, rate) and (of := OF.match(folded, rate.mention.span.end)):
        start, end = of.end(), of.end() + 1
    else:
        return ()
    names = [word.meaning for token in prepared.tokens_in(start, end) for word in token.words if word.kind == "measure"]
    return next((kin for kin in KIN if names and names[-1] in kin), names[-1:])


def _with_comma(folded: str, part: Cast, rate: Cast) -> bool:
    return COMMA.fullmatch(folded, part.mention.span.end, rate.mention.span.start) is not None


def _rated(paragraph: Paragraph, part: Cast, rate: Cast) -> bool:
    """Whether a share is the rate of what the words around its part tell: 投票人数…人，投票率…%; "1,053 were occupied, a rate of"."""
    if part.mention.kind != "count" or part.context.sentence != rate.context.sentence:
        return False
    match = RATED.fullmatch(paragraph.prepared.folded, part.mention.span.end, rate.mention.span.start)
    if match is None:
        return False
    clause = part.context.clause
    said = paragraph.prepared.folded[clause.start : clause.end]
    return match["what"] is None or all(character in said for character in match["what"][-2:])
