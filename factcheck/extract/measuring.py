"""What a figure measures: the nearest fitting measure of the lexicon in its clause, else the noun that it counts or describes."""

from __future__ import annotations

import bisect
from functools import cache

from factcheck.document import Span
from factcheck.extract.context import Context
from factcheck.extract.dealing import Dealt
from factcheck.extract.doing import done
from factcheck.extract.mentions import Found
from factcheck.extract.nouns import (
    han_counted,
    han_share,
    label_before,
    latin_noun,
    latin_share,
    noun_before,
    noun_behind,
    noun_described,
)
from factcheck.extract.prepared import Prepared
from factcheck.extract.siblings import is_gloss, parallel
from factcheck.lexicon import Measure, Token, measures, units
from factcheck.lexicon.names import words
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

LATIN = lazy_pattern(r"[a-z]+")
# "was", "reached", "stood at almost": what stands between a measure and its figure.
TYING = frozenset({"join.to", "join.filler", "hedge"})
# What is measured in one of these is measured in no other.
EXTENTS = frozenset({"length", "area", "volume", "mass", "temperature"})
ITEM = "item"
PEOPLE = ("person", "visit")
# Words between a figure and a noun that belong to no noun phrase of the two.
PARTING = frozenset({"change", "join.to", "join.from", "join.compared", "sense.negation"})


class Measuring:
    """Finds what the figures of one document measure, in reading order."""

    def __init__(self, prepared: Prepared, found: Found, shares: Dealt) -> None:
        self.prepared = prepared
        self.ends = [mention.span.end for mention in found.mentions]
        self.dealt = shares
        self.last: Context | None = None

    def read(self, context: Context) -> None:
        """Give a figure its measure; figures come in reading order."""
        if is_gloss(self.prepared, self.last, context.mention) or parallel(self.prepared, self.last, context) is not None:
            self._go_on(context)
        elif not (self._done(context) or self._described(context)):
            self._measure(context)
        self.last = context

    def _done(self, context: Context) -> bool:
        """Take what the verb before a figure says of it: spent $3 million on research and development."""
        found = done(self.prepared, context.mention, context.clause.start)
        if found is None or not fits(measures()[found[0]], context.mention):
            return False
        if context.mention.unit is None and measures()[found[0]].dimension in physical_dimensions():
            return False  # "covers more than 300 cities across the country" gives no area
        context.measure = found[0]
        return self._take(found[1], context)

    def _measure(self, context: Context) -> None:
        for token, carried in self._measure_tokens(context):
            name = self._fitting(token, context.mention)
            if name is None or (carried and _counts_another(measures()[name], context.mention)):
                continue
            if carried and (self._take(self._behind(context.mention), context) or self._counted(context)):
                return
            # 市场规模3000亿 is money by its measure, however broad that is.
            vague = measures()[name].broad and context.mention.unit is not None
            if vague and (self._own_noun(context) or (context.mention.kind != "percent" and self._noun_before(context))):
                return
            context.measure, context.measure_token = name, token
            context.measure_text = self.prepared.document.text[token.start : token.end]
            if carried:
                context.carried.add("measure")
            return
        if self._take(self._behind(context.mention), context):
            return
        if context.mention.unit is not None and self._own_noun(context):
            return
        last = self.last
        if last is not None and last.sentence == context.sentence and last.measure is not None and _carries(last, context.mention):
            self._go_on(context)
            return
        label = label_before(self.prepared, context.mention)
        if not (self._take(label, context) or self._own_noun(context) or self._noun_before(context)):
            self._take(han_share(self.prepared, context.mention), context)

    def _go_on(self, context: Context) -> None:
        """Take what the figure before measures."""
        if self.last is not None:
            context.measure, context.measure_text = self.last.measure, self.last.measure_text
            context.measure_token = self.last.measure_token
            context.carried.add("measure")

    def _described(self, context: Context) -> bool:
        """Take the noun that a figure describes, unless a verb of change ties the figure to what stands before it."""
        tied = context.cue("change", "join.to") is not None
        return not tied and self._take(noun_described(self.prepared, context.mention), context)

    def _behind(self, mention: Mention) -> Span | None:
        """The noun behind a figure that surely is its own: 1,520 kiosks, 3 tonnes of coal, 两年的合同."""
        prepared = self.prepared
        return latin_noun(prepared, mention) or latin_share(prepared, mention) or noun_described(prepared, mention)

    def _counted(self, context: Context) -> bool:
        """Take the noun of a count with a classifier before any measure from outside the clause: 到发线3条."""
        unit = units().get(context.mention.unit or "")
        if context.mention.kind != "count" or unit is None or not unit.classifier:
            return False
        return self._take(han_counted(self.prepared, context.mention), context) or self._noun_before(context)

    def _noun_before(self, context: Context) -> bool:
        """Take the noun in front of a figure, in the text's own words."""
        return self._take(noun_before(self.prepared, context.mention, self._floor(context)), context)

    def _own_noun(self, context: Context) -> bool:
        """Take the noun that is counted, in the text's own words."""
        return self._take(noun_behind(self.prepared, context.mention), context)

    def _take(self, noun: Span | None, context: Context) -> bool:
        if noun is not None:
            context.measure_text = self.prepared.document.text[noun.start : noun.end]
        return noun is not None

    def _floor(self, context: Context) -> int:
        """Where the clause begins, or the figure before ends."""
        start = context.mention.span.start
        which = bisect.bisect_left(self.ends, start + 1) - 1
        return min(start, max(context.clause.start, self.ends[which] if which >= 0 else 0))

    def _measure_tokens(self, context: Context) -> list[tuple[Token, bool]]:
        """Candidates, best first: the counted noun, the words before in the clause, behind it, earlier in the sentence."""
        if context.mention.span.start in self.dealt.measures:
            return [(self.dealt.measures[context.mention.span.start], False)]
        prepared, mention = self.prepared, context.mention
        clause = context.clause
        next_stop = context.after[-1].end if context.after else mention.span.end
        behind = [
            token
            for token in prepared.tokens_in(mention.number.end, min(clause.end, max(next_stop, mention.span.end)))
            if "measure" in token.kinds
        ]
        ahead = [token for token in reversed(prepared.tokens_in(clause.start, mention.number.start)) if "measure" in token.kinds]
        found: list[tuple[Token, bool]] = []
        if (
            mention.kind in ("count", "money")
            and behind
            and behind[0].start - mention.number.end <= 40
            and self._noun_phrase(mention, behind[0])
            and not (ahead and self._is_said_of(mention, ahead[0]))
        ):
            found.append((behind[0], False))
        if ahead and self._is_apart(context, ahead[0]):
            return found
        if len(ahead) > 1 and ahead[1].end == ahead[0].start and self._is_broad(ahead[0]) and not self._is_broad(ahead[1]):
            ahead = ahead[1:]  # 员工总计1200人
        found += [(token, False) for token in ahead]
        if mention.kind in ("percent", "point", "money"):
            found += [(token, False) for token in behind[:1]]
        before = prepared.tokens_in(context.sentence_start, clause.start)
        earlier = [token for token in reversed(before) if "measure" in token.kinds]
        return found + [(token, True) for token in earlier[:3]]

    def _is_apart(self, context: Context, token: Token) -> bool:
        """Whether a figure has a noun of its own, and no measure before it: 学校共有教学班42个 counts no schools, "12 cats and 9 dogs" no cats."""
        mention, unit = context.mention, units().get(context.mention.unit or "")
        if self._is_said_of(mention, token):
            return False
        if mention.kind != "count":
            return self._is_another(context, token) and latin_share(self.prepared, mention) is not None
        if unit is not None and not self.prepared.folded[mention.span.end - 1].isascii():
            return unit.classifier and noun_before(self.prepared, mention, token.end) is not None
        noun = latin_noun(self.prepared, mention) or latin_share(self.prepared, mention)
        return noun is not None and (self._is_another(context, token) or self._has_verb(token.end, mention.span.start))

    def _is_another(self, context: Context, token: Token) -> bool:
        """Whether a measure before a figure is that of another figure: in "12 cats and 9 dogs", "growth of 2% and 40% of the crop"."""
        which = bisect.bisect_left(self.ends, token.start - 1)
        if which < len(self.ends) and self.ends[which] in (token.start - 1, token.start, token.end):
            return True
        between = which < len(self.ends) and self.ends[which] <= context.mention.span.start
        return between and context.cue("join.to", "join.from", "change") is None

    def _has_verb(self, start: int, end: int) -> bool:
        """Whether an English verb stands in a stretch that does more than tie a figure to a measure: the stores employ 300 cashiers."""
        doing = words("head", "verbs") - words("noun", "links") | words("noun", "owning")
        return any(match[0] in doing for match in LATIN.finditer(self.prepared.folded, start, end))

    def _is_broad(self, token: Token) -> bool:
        known = measures()
        return all(known[word.meaning].broad for word in token.words if word.kind == "measure")

    def _is_said_of(self, mention: Mention, token: Token) -> bool:
        """Whether a verb alone ties a figure to the measure before it: in "the death toll was 312 people" the people are its unit."""
        name, unit = self._fitting(token, mention), units().get(mention.unit or "")
        if name is None or unit is None or measures()[name].broad:
            return False
        measured = units().get(measures()[name].dimension)
        if unit.dimension not in (measures()[name].dimension, measured.dimension if measured is not None else None):
            return False
        between = list(self.prepared.folded[token.end : mention.number.start])
        tying = [other for other in self.prepared.tokens_in(token.end, mention.number.start) if not other.kinds.isdisjoint(TYING)]
        for other in tying:
            between[other.start - token.end : other.end - token.end] = " " * (min(other.end, mention.number.start) - other.start)
        return any(other.has("join.to") for other in tying) and not any(character.isalpha() for character in between)

    def _noun_phrase(self, mention: Mention, token: Token) -> bool:
        """Whether the words between a figure and a noun belong to one noun phrase: no stop, no verb of change between."""
        between = self.prepared.folded[mention.number.end : token.start]
        if any(mark in between for mark in ",，;；:：()（）、"):
            return False
        if any(match[0] in words("noun", "parting") for match in LATIN.finditer(between)):
            return False  # 12 villages where 300 people died
        return all(other.kinds.isdisjoint(PARTING) for other in self.prepared.tokens_in(mention.number.end, token.start))

    def _fitting(self, token: Token, mention: Mention) -> str | None:
        """The measure that a word names, where its dimension can be that of the figure."""
        known = measures()
        for word in token.words:
            if word.kind == "measure" and fits(known[word.meaning], mention):
                return word.meaning
        return None


def _carries(last: Context, mention: Mention) -> bool:
    """Whether a figure without a measure of its own can be of the one before: in 库容3亿立方米，坝高120米 the metres are no capacity."""
    if mention.kind in ("percent", "point", "multiple"):
        return True
    known = measures().get(last.measure or "")
    return last.mention.kind == mention.kind and (known is None or (fits(known, mention) and not _counts_another(known, mention)))


def _counts_another(measure: Measure, mention: Mention) -> bool:
    """Whether a figure counts something else than a measure does: 85万人次 are no books. Classifiers count anything."""
    unit, measured = units().get(mention.unit or ""), units().get(measure.dimension)
    if mention.kind != "count" or unit is None or measured is None or unit.classifier:
        return False
    if measured.dimension == ITEM:
        return unit.dimension in PEOPLE
    return not measured.classifier and unit.dimension not in (measured.dimension, ITEM)


def fits(measure: Measure, mention: Mention) -> bool:
    """Whether a figure can be of a measure: percents fit all (its growth, its share), money only money and bare numbers."""
    kind = mention.kind
    if kind in ("percent", "point", "multiple", "ratio"):
        return True
    if kind == "money":
        return measure.dimension == "money"
    measured, unit = units().get(measure.dimension), units().get(mention.unit or "")
    dimension = measured.dimension if measured is not None else measure.dimension
    if kind == "count":
        physical = measured is None and measure.dimension in physical_dimensions()
        counted = measure.dimension not in ("percent", "point") and not (physical and unit is not None)
        return counted and (measure.dimension != "money" or mention.unit is None)
    if kind in ("duration", "age"):
        return dimension in ("time", "calendar")
    if kind != "measure" or measure.dimension in ("money", "percent", "point", "person"):
        return False
    if unit is None or measure.broad or unit.dimension in (measure.dimension, dimension):
        return True
    counted = measured is not None and measured.kind == "count" and not measured.classifier  # no stations in kilometres
    return not counted and not {unit.dimension, measure.dimension} <= EXTENTS


@cache
def physical_dimensions() -> frozenset[str]:
    """The dimensions of physical quantities: length, area, mass."""
    return frozenset(unit.dimension for unit in units().values() if unit.kind == "measure")
