"""Frame of portions: a share beside a part whose whole stands further up in the paragraph, or is named by its measure."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from fractions import Fraction

from factcheck.claim import Relation
from factcheck.extract.relations.casting import Cast
from factcheck.extract.relations.frames import Bind, amounts_in, of_one_kind, percents_in
from factcheck.extract.relations.partitions import found_partitions
from factcheck.extract.relations.runs import LEVELS, Paragraph, value, whole_named
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
COMMA = lazy_pattern(r",[ ](?:or[ ])?(?:about[ ]|some[ ])?")
STATED = ("share", "level", "after")
# A share so far from what the figures give is of another whole.
FAR = 2
KIN = (("net_profit", "attributable_profit"),)
Portion = tuple[Cast, Cast, Cast]


def portions(paragraph: Paragraph, bind: Bind, *, taken: Container[int]) -> Iterator[Relation]:
    """液态奶收入36.4亿元，占总营收的74.9%；奶粉收入8.9亿元，占18.3%. `taken` are the claims of relations that the sentence binds.

    A whole that neither a noun nor 其中 leads to is taken for it only where another share of the list agrees.
    """
    found = list(_told(paragraph, taken))
    agreeing = [portion for portion in found if _agrees(portion)]
    parts = {id(one): whole for members, whole in found_partitions(paragraph) for one in members}
    for part, whole, rate in found:
        if value(whole) <= value(part) or not _within_reach((part, whole, rate)):
            continue
        led = _led(paragraph, part, whole, rate) or parts.get(id(part)) is whole
        if led or any(other[1] is whole and other[0] is not part for other in agreeing):
            yield Relation("portion", {"part": (bind(part),), "whole": (bind(whole),), "rate": (bind(rate),)})


def _told(paragraph: Paragraph, taken: Container[int]) -> Iterator[Portion]:
    """Each part with its share, and the whole that both can be of."""
    casts, folded = paragraph.casts, paragraph.prepared.folded
    sharing = {id(casts[place - 1]) for place, one in enumerate(casts) if place and one.mention.kind == "percent"}
    noun: Sequence[str] = ()
    run = -1
    for place, rate in enumerate(casts):
        if paragraph.run(rate) != run:
            run, noun = paragraph.run(rate), ()
        if not place or rate not in percents_in([rate]) or rate.part not in STATED or id(rate.mention) in taken:
            continue
        part = casts[place - 1]
        if not amounts_in([part]) or part.part in ("before", "change", "average", "each", "one_in"):
            continue
        match = BESIDE.fullmatch(folded, part.mention.span.end, rate.mention.span.start)
        own = _named(paragraph, part, rate, match)
        noun = own or noun
        if (match is None or (match["of"] and not own)) and not own:
            continue
        whole = _whole_named(paragraph, noun, part) if noun else _above(paragraph, part, sharing)
        if whole is not None:
            yield part, whole, rate


def _whole_named(paragraph: Paragraph, noun: Sequence[str], part: Cast) -> Cast | None:
    """The whole of a measure that is no part itself: the imports of private firms, 占全市的58.9%, are not those of the city."""

    def is_part(one: Cast) -> bool:
        return SHARED.match(paragraph.prepared.folded, one.mention.span.end) is not None

    return whole_named(paragraph, noun, part, leaving=is_part)


def _named(paragraph: Paragraph, part: Cast, rate: Cast, match: re.Match[str] | None) -> Sequence[str]:
    """The measures that the words beside a share name for its whole."""
    prepared, folded = paragraph.prepared, paragraph.prepared.folded
    if match is not None and match["of"]:
        start, end = match.span("of")
    elif COMMA.fullmatch(folded, part.mention.span.end, rate.mention.span.start) and (
        of := OF.match(folded, rate.mention.span.end)
    ):
        start, end = of.end(), of.end() + 1
    else:
        return ()
    names = [word.meaning for token in prepared.tokens_in(start, end) for word in token.words if word.kind == "measure"]
    return next((kin for kin in KIN if names and names[-1] in kin), names[-1:])


def _above(paragraph: Paragraph, part: Cast, sharing: Container[int]) -> Cast | None:
    """The nearest level before a part that can be its whole: larger, of its kind, and without a share of its own."""
    place = paragraph.casts.index(part)
    choices = [
        one
        for one in paragraph.casts[:place]
        if one.part in LEVELS
        and amounts_in([one])
        and of_one_kind(one, part)
        and (id(one) not in sharing or one.part == "whole" or _grows(paragraph, one))
        and value(one) > value(part)
    ]
    return choices[-1] if choices else None


def _grows(paragraph: Paragraph, one: Cast) -> bool:
    """Whether the percent behind a figure is its growth."""
    behind = paragraph.casts[paragraph.casts.index(one) + 1]
    return behind.part == "rate"


def _led(paragraph: Paragraph, part: Cast, whole: Cast, rate: Cast) -> bool:
    """Whether words lead from a part to its whole: 其中, or the measure of the whole beside the share."""
    match = BESIDE.fullmatch(paragraph.prepared.folded, part.mention.span.end, rate.mention.span.start)
    if (match is not None and match["of"]) or match is None:
        return True
    if paragraph.prepared.paragraph_start(whole.mention.span.start) != paragraph.prepared.paragraph_start(part.mention.span.start):
        return False
    words = paragraph.prepared.tokens_in(whole.mention.span.end, part.mention.span.start)
    return any(token.has("part.of") for token in words) and paragraph.run(part) - paragraph.run(whole) <= 1


def _agrees(portion: Portion) -> bool:
    part, whole, rate = (one.mention.quantity for one in portion)
    if part is None or whole is None or rate is None:
        return False
    share = part.interval().over(whole.interval())
    return share is not None and share.scaled(100).meets(rate.interval())


def _within_reach(portion: Portion) -> bool:
    part, whole, rate = (value(one) for one in portion)
    if not part or not whole or not rate:
        return False
    ratio = part / whole * 100 / rate
    return Fraction(1, FAR) <= ratio <= FAR
