"""Names that are no subjects by their words and whose the figures are all the same: a place in front of a clause or behind what there is in it.

"In Kenya, there were 1,240 clinics", "1,240 clinics opened in Kenya", 肯尼亚境内有诊所1240家, "followed by Peru with 13%".
"""

from __future__ import annotations

from factcheck.document import Span
from factcheck.extract.context import Context
from factcheck.extract.governors import Governors
from factcheck.extract.heads import opened
from factcheck.lexicon import Token
from factcheck.lexicon.names import words
from factcheck.pattern import lazy_pattern

# In front of the name, at the beginning of its clause; "at" goes with those who act, "in" with places.
LEADING = lazy_pattern(r"[ ]*(?:(?P<place>in|across|within|throughout)|at)[ ](?:the[ ])?|(?P<han>[在于])")
BEHIND = lazy_pattern(r"境内|全境|地区|市内|县内")
END = lazy_pattern(r"[ ]*[,，]?[ ]*")
# … of a clause that tells what there is
EXISTS = lazy_pattern(r"[ ]?(?:there|(?:共|现|设|只)?有)")
THERE = lazy_pattern(r"(?<![a-z])there[ ](?:is|are|was|were|has[ ]been|have[ ]been|had[ ]been)(?![a-z])")
WORDS = lazy_pattern(r"[^ ]+")
INSIDE = lazy_pattern(r"(?<![a-z])in[ ](?:the[ ])?$")
# Peru with 13%, 越南（50万）, 仅次于东林队的17次; the 9,000 of Elm Museum
PAIRED = lazy_pattern(r"的约?|,?[ ]with[ ](?:(?:about|some|nearly|over|almost|only)[ ])?|[ ]?[（(]约?")
THAN = lazy_pattern(r"(?<![a-z])(?:than|against|to|from|with)[ ](?:the|its)[ ]$")
OF = lazy_pattern(r"[ ]of[ ](?:the[ ])?")
OPENED, CLOSED = ("(", "（", "约"), (")", "）")
LONGEST_PAIR = 48
# How many clauses of a sentence a place stands before.
BACK = 3
PLACES = ("place", None)


class Places:
    """The names of one document that figures are of by where they are counted."""

    def __init__(self, governors: Governors) -> None:
        self.governors = governors
        self.prepared, self.folded = governors.prepared, governors.folded

    def paired(self, context: Context) -> Token | None:
        """The name that a figure stands beside: Peru with 13%, Peru (13%), than the 9,000 of Elm Museum."""
        start, end = context.mention.span.start, context.mention.span.end
        compared = OF.match(self.folded, end) if THAN.search(self.folded, context.clause.start, start) is not None else None
        if compared is not None:
            behind = self.prepared.starting.get(compared.end())
            return behind if behind is not None and "entity" in behind.kinds else None
        which = self.governors.within(Span(max(context.sentence_start, start - LONGEST_PAIR), start))
        if not which:
            return None
        name = self.governors.entities[which[-1]]
        between = PAIRED.fullmatch(self.folded, name.end, start) if name.end < start else None
        if (
            between is None
            or self.governors.joined(which[-1])
            or (between[0].endswith(OPENED) and self.folded[end : end + 1] not in CLOSED)
        ):
            return None
        return name if between[0][0] != "," or self.governors.aside(which[-1]) else None

    def around(self, context: Context) -> Token | None:
        """The place in front of the clause of a figure, or behind a figure that opens its clause or that there is."""
        clause = context.clause
        inside = self._leading(Span(clause.start, context.mention.span.start), alone=False)
        if inside is not None:
            return inside
        start = clause.start
        for _ in range(BACK):
            if start <= context.sentence_start:
                break
            before = self.prepared.clause(start - 1)
            found = self._leading(Span(max(before.start, context.sentence_start), start), alone=True)
            if found is not None:
                return found
            start = before.start
        return self._behind(context)

    def _leading(self, span: Span, *, alone: bool) -> Token | None:
        """The place that a stretch opens with: all that it has, with `alone`, or in front of what there is."""
        leading = LEADING.match(self.folded, span.start, span.end)
        place = opened(self.prepared, span, self.governors.mentions) if leading is None else leading.start()
        leading = leading or LEADING.match(self.folded, place, span.end)
        start = place if leading is None else leading.end()
        name = self.prepared.starting.get(start)
        if name is None or "entity" not in name.kinds or name.end > span.end:
            return None
        kind = self.governors.kind(name)
        if leading is not None and not leading["han"] and (leading["place"] is None) == (kind in PLACES):
            return None
        inside = BEHIND.match(self.folded, name.end, span.end)
        if leading is None and inside is None:
            return None
        end = name.end if inside is None else inside.end()
        rest = END if alone else EXISTS
        return name if (rest.fullmatch if alone else rest.match)(self.folded, end, span.end) is not None else None

    def _behind(self, context: Context) -> Token | None:
        """The place behind things that are counted there: "there were 1,240 clinics in Kenya"."""
        mention, clause = context.mention, context.clause
        if mention.kind != "count":
            return None
        place = opened(self.prepared, Span(clause.start, mention.span.end), self.governors.mentions)
        opens = place >= mention.span.start or set(WORDS.findall(self.folded, place, mention.span.start)) <= words(
            "noun", "counting"
        )
        if not opens and THERE.search(self.folded, clause.start, mention.span.start) is None:
            return None
        for index in self.governors.within(Span(mention.span.end, max(mention.span.end, clause.end))):
            name = self.governors.entities[index]
            if self.folded.startswith(" and ", name.end):
                return None
            if INSIDE.search(self.folded, mention.span.end, name.start) and self.governors.kind(name) in PLACES:
                return name
        return None
