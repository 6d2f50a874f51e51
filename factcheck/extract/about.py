"""What a figure is about: measure, subject, scope, period and role, as far as the words around it say.

Nothing is guessed: what the text does not give stays None, and what is carried over from outside the clause is marked.
"""

from __future__ import annotations

import bisect
from functools import cache, lru_cache

from factcheck.document import Span
from factcheck.evidence.denominators import denominator_numbers
from factcheck.extract.context import Context
from factcheck.extract.dealing import dealt
from factcheck.extract.mentions import Found
from factcheck.extract.names import Naming
from factcheck.extract.nouns import latin_noun, noun_before, noun_behind, noun_described
from factcheck.extract.prepared import Prepared
from factcheck.extract.subjects import Subjects
from factcheck.extract.timing import NAMES, TIMES, Timing
from factcheck.lexicon import Finder, Measure, Token, finder, measures, units
from factcheck.mention import Mention
from factcheck.period import Period

# "was", "reached", "stood at almost": what stands between a measure and its figure.
TYING = frozenset({"join.to", "join.filler", "hedge"})
# What is measured in one of these is measured in no other.
EXTENTS = frozenset({"length", "area", "volume", "mass", "temperature"})
# Words between a figure and a noun that belong to no noun phrase of the two.
PARTING = frozenset({"change", "join.to", "join.from", "join.compared", "sense.negation"})


class Reader:
    """Reads what the figures of one document are about, in reading order."""

    def __init__(self, prepared: Prepared, found: Found, published: Period | None, naming: Naming) -> None:
        self.prepared = prepared
        self.found = found
        self.figures = [mention for mention in found.mentions if mention.kind not in TIMES | NAMES]
        self.timing = Timing(prepared, found, published)
        self.ends = [mention.span.end for mention in found.mentions]
        self.dealt = dealt(prepared, {mention.span.start: mention for mention in found.mentions})
        self.subjects = Subjects(prepared, found, naming, self.dealt)

    def contexts(self) -> list[Context]:
        """The context of every figure."""
        bounds = [mention.span for mention in self.found.mentions if mention.kind not in NAMES]
        contexts: list[Context] = []
        ends = [span.end for span in bounds]
        starts = [span.start for span in bounds]
        for mention in self.figures:
            contexts.append(self._context(mention, starts, ends))
        last: Context | None = None
        for context in contexts:
            if not self._described(context):
                self._measure(context, last)
            self.subjects.read(context)
            self._scope(context)
            self.timing.read(context)
            self._role(context)
            last = context
        self._leave_denominators(contexts)
        return contexts

    def _leave_denominators(self, contexts: list[Context]) -> None:
        """Say nothing of the numbers that rates are for: "per 1,000 people" states no number of people."""
        below = denominator_numbers(self.figures)
        for context in contexts:
            if context.mention in below:
                context.measure = context.measure_text = context.measure_token = context.role = None

    def _context(self, mention: Mention, starts: list[int], ends: list[int]) -> Context:
        prepared = self.prepared
        clause, sentence = prepared.clause(mention.span.start), prepared.sentence_index(mention.span.start)
        around = prepared.sentence(mention.span.start)
        index = bisect.bisect_left(starts, mention.span.start)
        low = max(around.start, ends[index - 1] if index else 0)
        ceiling = around.end
        following = bisect.bisect_left(starts, mention.span.end)
        high = min(ceiling, starts[following] if following < len(starts) else ceiling)
        low = min(low, mention.span.start)
        return Context(
            mention,
            clause,
            sentence,
            around.start,
            prepared.tokens_in(low, mention.number.start),
            prepared.tokens_in(mention.span.end, max(high, mention.span.end)),
        )

    # --- measure ------------------------------------------------------------------------------------------------------

    def _measure(self, context: Context, last: Context | None) -> None:
        for token, carried in self._measure_tokens(context):
            name = self._fitting(token, context.mention)
            if name is None:
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
        if (
            last is not None
            and last.sentence == context.sentence
            and last.measure is not None
            and _carries(last.mention, context.mention)
        ):
            context.measure, context.measure_text, context.measure_token = last.measure, last.measure_text, last.measure_token
            context.carried.add("measure")
            return
        if not self._own_noun(context):
            self._noun_before(context)

    def _described(self, context: Context) -> bool:
        """Take the noun that a figure describes, unless a verb of change ties the figure to what stands before it."""
        tied = context.cue("change", "join.to") is not None
        return not tied and self._take(noun_described(self.prepared, context.mention), context)

    def _behind(self, mention: Mention) -> Span | None:
        """The noun behind a figure that surely is its own: 1,520 kiosks, 两年的合同."""
        return latin_noun(self.prepared, mention) or noun_described(self.prepared, mention)

    def _counted(self, context: Context) -> bool:
        """Take the noun of a count with a classifier before any measure from outside the clause: 到发线3条."""
        unit = units().get(context.mention.unit or "")
        if context.mention.kind != "count" or unit is None or not unit.classifier:
            return False
        return self._noun_before(context)

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
        """Whether a count has a noun of its own, and no measure before it: 学校共有教学班42个 counts no schools, "12 cats and 9 dogs" no cats."""
        mention, unit = context.mention, units().get(context.mention.unit or "")
        if mention.kind != "count" or self._is_said_of(mention, token):
            return False
        if unit is not None and not self.prepared.folded[mention.span.end - 1].isascii():
            return unit.classifier and noun_before(self.prepared, mention, token.end) is not None
        which = bisect.bisect_left(self.ends, token.start - 1)
        counted = which < len(self.ends) and self.ends[which] in (token.start - 1, token.start, token.end)
        return counted and latin_noun(self.prepared, mention) is not None

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
        return all(other.kinds.isdisjoint(PARTING) for other in self.prepared.tokens_in(mention.number.end, token.start))

    def _fitting(self, token: Token, mention: Mention) -> str | None:
        """The measure that a word names, where its dimension can be that of the figure."""
        known = measures()
        for word in token.words:
            if word.kind == "measure" and fits(known[word.meaning], mention):
                return word.meaning
        return None

    # --- scope ----------------------------------------------------------------------------------------------------------

    def _scope(self, context: Context) -> None:
        tokens = self.prepared.tokens_in(context.clause.start, context.clause.end)
        scopes = {
            word.meaning
            for token in tokens
            if token.has("scope") and not _is_counted(token, context.mention)
            for word in token.words
            if word.kind.startswith("scope.")
        }
        named_by = context.measure_token
        if context.measure is not None and named_by is not None and not _is_counted(named_by, context.mention):
            # 自有医生 is one word for doctors: the scope in it is not a token of its own, unless the measure is named for it.
            words = self.prepared.folded[named_by.start : named_by.end]
            named = context.measure.split("_")
            scopes.update(meaning for meaning in _scopes_inside(words) if meaning not in named)
        context.scope = tuple(sorted(scopes))

    # --- role ---------------------------------------------------------------------------------------------------------

    def _role(self, context: Context) -> None:
        kind = context.mention.kind
        near = context.cue("change", "join.to", "join.from", "part.share")
        if near is not None and near.has("part.share") and kind in ("percent",):
            context.role = "share"
        elif near is not None and near.has("change") and not near.has("join.to"):
            context.role = "change"
        elif (
            near is not None
            and not near.has("change")
            and kind in ("percent", "multiple")
            and context.cue("change.rate") is not None
        ):
            # "the growth rate of users was 220%": the figure is the level of a change.
            context.role = "change"
        elif near is None and kind in ("percent", "point") and _change_behind(context):
            context.role = "change"
        elif near is None and kind == "percent" and context.cue_after("part.share", "part.of") is not None:
            context.role = "share"
        else:
            context.role = "level"
        if context.role == "change" and context.against is None:
            tokens = self.prepared.tokens_in(context.clause.start, context.clause.end)
            for token in tokens:
                if token.has("basis"):
                    context.against = next(word.meaning for word in token.words if word.kind.startswith("basis."))
                    break


@cache
def _scopes() -> Finder:
    return Finder(finder().of_kind("scope"))


@lru_cache(maxsize=4096)
def _scopes_inside(text: str) -> tuple[str, ...]:
    """The scopes that are named inside the word of a measure."""
    return tuple(word.meaning for token in _scopes().tokens(text) for word in token.words)


def _is_counted(token: Token, mention: Mention) -> bool:
    """Whether a word behind a number is what it counts: the 城市 of 142个城市 narrows nothing."""
    return token.start >= mention.number.end and token.has("unit") and token.meaning("unit") == mention.unit


def _change_behind(context: Context) -> bool:
    token = context.after[0] if context.after else None
    return token is not None and token.has("change") and token.start - context.mention.span.end <= 3


def _carries(last: Mention, mention: Mention) -> bool:
    return last.kind == mention.kind or mention.kind in ("percent", "point", "multiple")


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
