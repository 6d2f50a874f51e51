"""Whom or what a figure is of: the name that governs its clause, or the one that its clause leans on.

A name governs where it stands as a subject does; behind "than", "with", 与, 收购 and their like it is beside the point. A clause that
opens with a noun of its own is of that; one without either takes the subject of what stands before it, marked as carried.
"""

from __future__ import annotations

import bisect
from functools import cache

from factcheck.document import Span
from factcheck.extract.antecedents import Antecedents
from factcheck.extract.context import Context
from factcheck.extract.dealing import Dealt
from factcheck.extract.governors import LOOK, Governors
from factcheck.extract.heads import Head, opened
from factcheck.extract.mentions import Found
from factcheck.extract.names import Naming
from factcheck.extract.openings import HAN, Openings, Subject
from factcheck.extract.places import Places
from factcheck.extract.prepared import Prepared
from factcheck.extract.siblings import is_gloss, is_listed, parallel
from factcheck.extract.times import TIMES
from factcheck.lexicon import Token
from factcheck.lexicon.names import head_stops, starting, words
from factcheck.pattern import lazy_pattern

# One of many has none of their number: 34个城市之一, one of the 34 cities.
ONE_OF = lazy_pattern(r"[^，,。.；;]{0,12}之一")
ONE_OF_BEFORE = lazy_pattern(r"\bone of (?:the )?$")
# No words that take up a name: 其他, 其中.
NO_ANAPHORS = ("其他", "其它", "其余", "其中", "其实", "其次", "其后", "其间", "其二", "其一")
NEAR = 3
CLOSING = "」』”"
OPENING = "「『“"
# Between what is counted and its count: 客户达300家
COUNTING = " 约近超逾共有达为增至到数量的"
LATIN = lazy_pattern(r"[a-z]+")
# 能源消费中煤炭占, and the next of its parts: 原油41%
PORTION = lazy_pattern(r"[中里内]([\u3400-\u9fff]{2,10}?)(?:约|仅|只|就|则)?$")
# 居民中65%信仰佛教
AMONG = lazy_pattern(r"([\u3400-\u9fff]{2,10}?)(?:之中|当中|中|里)(?:约|有|仅|近|超过|只)*$")
BARE = lazy_pattern(r"(?<![\u3400-\u9fff])([\u3400-\u9fff]{2,10}?)(?:约|仅|只)?$")


class Subjects:
    """Whom the figures of one document are of."""

    def __init__(self, prepared: Prepared, found: Found, naming: Naming, shares: Dealt) -> None:
        self.prepared = prepared
        self.folded = prepared.folded
        self.governors = Governors(prepared, found, naming)
        self.openings = Openings(prepared, self.governors)
        self.places = Places(self.governors)
        self.antecedents = Antecedents(self.openings, self.governors)
        self.entities, self.starts = self.governors.entities, self.governors.starts
        self.figures = [mention.span.end for mention in found.mentions if mention.kind not in TIMES]
        self.dealt = shares
        self.parted = -1  # the sentence that names parts of a whole

    def read(self, context: Context) -> None:
        """Give a figure its subject; figures come in reading order."""
        self._read(context)
        # What comes behind figures that are dealt out is of none of their owners.
        self.antecedents.last = context if context.mention.span.start not in self.dealt.owners else None

    def _read(self, context: Context) -> None:
        segment = self._segment(context)
        place, clause = context.mention.span.start, context.clause
        if self._is_dealt(context) or self._is_portion(context, segment) or self._other(segment.start, place):
            return
        if self._is_paired(context) or self._is_shared(context) or self._one_of(context):
            return
        before = Span(self._behind_quotation(self.openings.told_from(clause.start, place), place), place)
        noun, anaphor = self.openings.noun(before), self._anaphor(before)
        if noun is not None and (self._taken_up(anaphor, noun) or self.openings.reports(noun)):
            noun = None
        defined = self.antecedents.defined(context)
        if defined is not None:
            self._give(context, defined)
            context.carried.add("subject")
            return
        stated = self.governors.governor(segment) if segment.start > before.start else None
        measured = noun is not None and self._is_measure(noun, context)
        if stated is None and noun is not None and noun.closed is not None and not measured:
            opening = self.openings.subject(noun, context)
            if opening is not None:
                self._give(context, opening)
            return
        stated = stated or self.governors.governor(before)
        if stated is not None:
            context.subject = stated.meaning("entity")
            return
        if anaphor is None and self._is_around(context):
            return
        carried = self.antecedents.subject(context, anaphor)
        if carried is not None:
            self._give(context, carried)
            context.carried.add("subject")

    def _behind_quotation(self, start: int, end: int) -> int:
        """Where a clause goes on behind the words of somebody else; a quotation that also begins in it is a name."""
        closed = max(self.folded.rfind(mark, start, end) for mark in CLOSING)
        if closed < 0 or any(self.folded.find(mark, start, closed) >= 0 for mark in OPENING):
            return start
        return closed + 1

    def _is_measure(self, noun: Head, context: Context) -> bool:
        """Whether a clause opens with what its figure measures, and leaves out whose: 体长可达9厘米. "At a rate of 5%" goes on with others."""
        leading = LATIN.findall(self.folded, context.clause.start, noun.span.start)
        return self.openings.measures(noun, context) and not set(leading) & words("noun", "stops")

    def _is_dealt(self, context: Context) -> bool:
        """Take the owner that 分别 deals a figure out to."""
        owner = self.dealt.owners.get(context.mention.span.start)
        if owner is not None:
            self._give(context, self.openings.listed(owner))
        return owner is not None

    def _is_portion(self, context: Context, segment: Span) -> bool:
        """Take the part of a whole that a share is of."""
        part = self._portion(context, segment)
        if part is not None:
            self._give(context, self.openings.listed(part))
            self.parted = context.sentence if context.cue("part.share") is not None else self.parted
        return part is not None

    def _is_shared(self, context: Context) -> bool:
        """Take the subject of the figure before, where the two share it, or the one that stands in its place."""
        last = self.antecedents.last
        owner = parallel(self.prepared, last, context)
        if owner is not None:
            self._give(context, self.openings.listed(owner))
            return True
        if last is None or not (is_gloss(self.prepared, last, context.mention) or is_listed(self.prepared, last, context)):
            return False
        if last.subject is not None:
            context.subject = last.subject
            context.carried |= (last.carried & {"owner"}) | {"subject"}
        return True

    def _is_paired(self, context: Context) -> bool:
        """Take the name that a figure stands beside."""
        name = self.places.paired(context)
        if name is not None:
            self._give(context, Subject(name.meaning("entity") or ""))
        return name is not None

    def _is_around(self, context: Context) -> bool:
        """Take the place that a clause is about."""
        name = self.places.around(context)
        if name is not None:
            self._give(context, Subject(name.meaning("entity") or ""))
            if name.end < context.clause.start - NEAR:  # "In Kenya, there were": what opens the clause is no other's
                context.carried.add("subject")
        return name is not None

    def _one_of(self, context: Context) -> bool:
        """Whether a figure counts what its subject is one of."""
        start, end = context.mention.span.start, context.mention.span.end
        return (
            ONE_OF.match(self.folded, end, min(len(self.folded), end + LOOK)) is not None
            or ONE_OF_BEFORE.search(self.folded, max(0, start - LOOK), start) is not None
        )

    def _give(self, context: Context, subject: Subject) -> None:
        context.subject = subject.name
        if subject.common:
            context.carried.add("owner")

    def _segment(self, context: Context) -> Span:
        """The part of a clause between the figure before and this one."""
        place, clause = context.mention.span.start, context.clause
        which = bisect.bisect_right(self.figures, place) - 1
        start = max(clause.start, self.figures[which]) if which >= 0 else clause.start
        return Span(min(start, place), place)

    def _portion(self, context: Context, segment: Span) -> Span | None:
        """The part of a whole that a share is of: the coal of 能源消费中煤炭占28%, and then the oil of 原油41%."""
        if context.mention.kind != "percent":
            return None
        share = context.cue("part.share")
        end = segment.end if share is None else share.start
        if share is None and self.parted != context.sentence:
            return self._whole(segment) if not self.folded.startswith("的", context.mention.span.end) else None
        inside = PORTION.search(self.folded, segment.start, end) if share is not None else None
        match = inside or BARE.search(self.folded, segment.start, end)
        if (
            match is None
            or self.folded[end - 1] == "则"
            or any("measure" in token.kinds for token in self.prepared.tokens_in(*match.span(1)))
        ):
            return None  # 研发投入占收入的8%; 西岸码头则占两成 tells what somebody holds of it
        return Span(*match.span(1))

    def _whole(self, segment: Span) -> Span | None:
        """Those that a share is of, where no more is said of the part than what it does: 居民中65%信仰佛教."""
        start = opened(self.prepared, segment, self.openings.mentions)
        among = AMONG.fullmatch(self.folded, start, segment.end) if start < segment.end else None
        if among is None or any(word.has("head.stop") for word in head_stops().tokens(among[1])):
            return None
        measured = any("measure" in token.kinds for token in self.prepared.tokens_in(*among.span(1)))
        return None if measured else Span(*among.span(1))

    def _taken_up(self, anaphor: Token | None, noun: Head) -> bool:
        """Whether the noun of a clause is a word that takes up a name. Its rival, 其儿科病房 are others, if of the one named."""
        if anaphor is None or anaphor.start > noun.span.end:
            return False
        return self.folded[anaphor.start : anaphor.end] not in words("head", "owning") or noun.closed is None

    def _other(self, start: int, end: int) -> bool:
        """Whether somebody else is meant, named by what they are to the one named: its rival, 其子公司."""
        stretch = self.folded[start:end]
        # 客户300家, 子公司达12家: these are counted
        counted = next((word for word in _others() if stretch.rstrip(COUNTING).endswith(word)), "")
        end = start + len(stretch.rstrip(COUNTING)) - len(counted) if counted else end
        stretch = self.folded[start:end]
        if any(word in stretch for word in _others()):
            return self.governors.governor(Span(start, end)) is None or not self._named_behind_other(start, end)
        found = [match for match in LATIN.finditer(stretch) if match[0] in words("other", "words")]
        return bool(found) and not any(
            self.starts[index] > start + found[-1].end() for index in self.governors.within(Span(start, end))
        )

    def _named_behind_other(self, start: int, end: int) -> bool:
        reached = max(self.folded.rfind(word, start, end) for word in _others())
        return any(self.starts[index] > reached for index in self.governors.within(Span(start, end)))

    def _anaphor(self, span: Span) -> Token | None:
        """The first word of a stretch that takes up a name; 公司 in 科技公司 does not."""
        for token in self.prepared.tokens_in(span.start, span.end):
            pair = self.folded[token.start : token.start + 2], self.folded[max(0, token.end - 2) : token.end]
            if "anaphor" in token.kinds and self._stands_alone(token) and not set(pair) & set(NO_ANAPHORS):
                return token
        return None

    def _stands_alone(self, token: Token) -> bool:
        start = token.start
        if not HAN.match(self.folded, start) or start == 0 or not HAN.match(self.folded, start - 1):
            return True
        return start in self.prepared.ending or self.folded[start - 1] in "的年月日时是为而但则使让令对由末底初"


@cache
def _others() -> tuple[str, ...]:
    """The Chinese words for somebody else."""
    return tuple(word for word in starting("other", "words") if not word.isascii())
