"""A figure with its surroundings, and what the steps of reading make of them one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.claim import Role
from factcheck.document import Span
from factcheck.lexicon import Token
from factcheck.mention import Mention
from factcheck.period import Period


@dataclass(slots=True)
class Context:
    """A figure with its surroundings: the words between it and its neighbours, and what was made of them."""

    mention: Mention
    clause: Span
    sentence: int
    sentence_start: int
    before: list[Token]
    after: list[Token]
    measure: str | None = None
    measure_text: str | None = None
    measure_token: Token | None = None
    subject: str | None = None
    scope: tuple[str, ...] = ()
    period: Period | None = None
    as_of: Period | None = None
    role: Role | None = None
    against: Period | str | None = None
    carried: set[str] = field(default_factory=set)

    def cue(self, *kinds: str) -> Token | None:
        """The nearest word of one of these kinds between the figure before and this one."""
        return next((token for token in reversed(self.before) if not token.kinds.isdisjoint(kinds)), None)

    def cue_after(self, *kinds: str) -> Token | None:
        """The nearest word of one of these kinds behind this figure, before the next."""
        return next((token for token in self.after if not token.kinds.isdisjoint(kinds)), None)
