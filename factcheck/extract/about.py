"""What a figure is about: measure, subject, scope, period and role, as far as the words around it say.

Nothing is guessed: what the text does not give stays None, and what is carried over from outside the clause is marked.
"""

from __future__ import annotations

import bisect
from collections.abc import Collection
from functools import cache, lru_cache

from factcheck.evidence.denominators import denominator_numbers
from factcheck.extract.context import Context
from factcheck.extract.dealing import dealt
from factcheck.extract.measuring import Measuring
from factcheck.extract.mentions import Found
from factcheck.extract.names import Naming
from factcheck.extract.prepared import Prepared
from factcheck.extract.subjects import Subjects
from factcheck.extract.times import NAMES, TIMES
from factcheck.extract.timing import Timing
from factcheck.lexicon import Finder, Token, finder
from factcheck.mention import Mention
from factcheck.period import Period


class Reader:
    """Reads what the figures of one document are about, in reading order."""

    def __init__(self, prepared: Prepared, found: Found, published: Period | None, naming: Naming) -> None:
        self.prepared = prepared
        self.found = found
        self.figures = [mention for mention in found.mentions if mention.kind not in TIMES | NAMES]
        self.timing = Timing(prepared, found, published)
        shares = dealt(prepared, {mention.span.start: mention for mention in found.mentions})
        self.measuring = Measuring(prepared, found, shares)
        self.subjects = Subjects(prepared, found, naming, shares)

    def contexts(self, *, tabled: Collection[int] = ()) -> list[Context]:
        """The context of every figure. Nothing is read for those in `tabled`, by where they start: their tables say what they are of."""
        bounds = [mention.span for mention in self.found.mentions if mention.kind not in NAMES]
        contexts: list[Context] = []
        ends = [span.end for span in bounds]
        starts = [span.start for span in bounds]
        for mention in self.figures:
            contexts.append(self._context(mention, starts, ends))
        for context in contexts:
            if context.mention.number.start in tabled:
                continue
            self.measuring.read(context)
            self.subjects.read(context)
            self._scope(context)
            self.timing.read(context)
            self._role(context)
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
