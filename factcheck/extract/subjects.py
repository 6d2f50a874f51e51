"""Whom or what a figure is of: the name that governs its clause, or the one that its clause leans on.

A name governs where it stands as a subject does; behind "than", "with", 与, 收购 and their like it is beside the point. A clause
without one takes that of the clause before it, then of the sentence, the paragraph, the heading, the document; each such step is
marked as carried, and where the candidates differ nothing is carried.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from factcheck.document import Span
from factcheck.extract.context import Context
from factcheck.extract.governors import JOINING, LOOK, OPENING, Governors
from factcheck.extract.heads import Head, head
from factcheck.extract.mentions import Found
from factcheck.extract.names import Naming
from factcheck.extract.prepared import Prepared
from factcheck.extract.timing import TIMES
from factcheck.lexicon import Token
from factcheck.lexicon.names import anaphors, legal_forms, words
from factcheck.pattern import lazy_pattern

HAN = lazy_pattern(r"[\u3400-\u9fff]")
# " stores at ", " people of the "
BEHIND = lazy_pattern(r"(?:[ ][a-z-]+){0,3}[ ](?:at|of|by)[ ](?:the[ ])?")
FIRST_WORD = lazy_pattern(r"[ ]*([a-z]+)")
# Nobody measures these, and nothing that is measured is theirs by being named after them.
ORGANISED = ("company", "bank", "institution")
# One of many has none of their number: 34个城市之一, one of the 34 cities.
ONE_OF = lazy_pattern(r"[^，,。.；;]{0,12}之一")
ONE_OF_BEFORE = lazy_pattern(r"\bone of (?:the )?$")
# No words that take up a name: 其他, 其中.
NO_ANAPHORS = ("其他", "其它", "其余", "其中", "其实", "其次", "其后", "其间", "其二", "其一")
# A clause that says what the one before it is: 青山县的一个镇.
PREDICATE = lazy_pattern("的(?:一|最|首|唯|第|重要|主要|著名)[^，,]{1,16}[，,]")
# How many times as often as any other the topic of a document is named.
TOPIC = 2
# How many sentences, clauses and names back an antecedent is looked for.
BACK = 12


class Subject(NamedTuple):
    """Whom or what a figure is of. `common` where a noun tells it that other things have too: whose it is, the text says elsewhere."""

    name: str
    common: bool = False


# What a sentence is about is known to be none of the names before it.
NOBODY = Subject("")


class Subjects:
    """Whom the figures of one document are of."""

    def __init__(self, prepared: Prepared, found: Found, naming: Naming) -> None:
        self.prepared = prepared
        self.folded = prepared.folded
        self.naming = naming
        self.governors = Governors(prepared, found, naming)
        self.entities, self.starts = self.governors.entities, self.governors.starts
        self.figures = [mention.span.end for mention in found.mentions if mention.kind not in TIMES]
        self.mentions = {mention.span.start: mention for mention in found.mentions}
        self.heads: dict[Span, Head | None] = {}

    def read(self, context: Context) -> None:
        """Give a figure its subject."""
        place, clause = context.mention.span.start, context.clause
        segment = self._segment(context)
        if self._other(segment.start, place) or self._one_of(context):
            return
        before = Span(clause.start, place)
        noun, anaphor = self._head(before), self._anaphor(before)
        if noun is not None and (self._taken_up(anaphor, noun) or self._reports(noun)):
            noun = None
        stated = self.governors.governor(segment) if segment.start > clause.start else None
        if stated is None and noun is not None and noun.closed is not None:
            opening = self._opening(noun, context)
            if opening is not None:
                self._give(context, opening)
            return
        stated = stated or self.governors.governor(before)
        if stated is not None:
            context.subject = stated.meaning("entity")
            return
        carried = self._carried(context, anaphor)
        if carried is not None:
            self._give(context, carried)
            context.carried.add("subject")

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

    # --- in the clause ------------------------------------------------------------------------------------------------

    def _segment(self, context: Context) -> Span:
        """The part of a clause between the figure before and this one."""
        place, clause = context.mention.span.start, context.clause
        which = bisect.bisect_right(self.figures, place) - 1
        start = max(clause.start, self.figures[which]) if which >= 0 else clause.start
        return Span(min(start, place), place)

    def _head(self, span: Span) -> Head | None:
        """The noun that a stretch opens with."""
        if span not in self.heads:
            self.heads[span] = head(self.prepared, span, self.mentions)
        return self.heads[span]

    def _taken_up(self, anaphor: Token | None, noun: Head) -> bool:
        """Whether the noun of a clause is a word that takes up a name. Its rival, 其儿科病房 are others, if of the one named."""
        if anaphor is None or anaphor.start > noun.span.end:
            return False
        return self.folded[anaphor.start : anaphor.end] not in words("head", "owning") or noun.closed is None

    def _counts(self, noun: Head) -> bool:
        """Whether a clause opens with things that are counted: 两个项目建成后."""
        mention = self.mentions.get(noun.span.start)
        return mention is not None and mention.kind == "count"

    def _reports(self, noun: Head) -> bool:
        """Whether a clause opens with whoever reports what it says: 统计局数据显示."""
        which = self.governors.within(noun.span)
        return bool(which) and self.entities[which[-1]].end == noun.span.end and self.governors.reported(which[-1])

    def _opening(self, noun: Head, context: Context | None) -> Subject | None:
        """Whom or what the noun of a clause names: a name that ends it, a part of one that begins it, or what the text points at."""
        if self.folded[noun.span.end : noun.span.end + 1] in JOINING or self.folded.startswith(" and ", noun.span.end):
            return None
        names = [self.entities[index] for index in self.governors.within(noun.span)]
        text = self.prepared.document.text[noun.span.start : noun.span.end]
        if names and names[-1].end == noun.span.end:
            return self._named(names[-1].meaning("entity"))
        if context is not None and context.measure is None and text == context.measure_text:
            return None  # 体长可达9厘米
        if names and names[0].start == noun.span.start:
            rest = self.folded[names[0].end : noun.span.end].strip()
            if rest in anaphors() or rest in legal_forms():
                return self._named(names[0].meaning("entity"))  # the Meituan platform, Harbor Foods plc
            part = noun.closed in ("measure", "of") or "的" in text or text.isascii()
            part = part or self.governors.kind(names[0]) == "place" or self.governors.held(self.governors.within(noun.span)[0])
            return Subject(text) if part else self._named(names[0].meaning("entity"))
        told = noun.closed in ("of", "having") or (noun.definite and context is not None)
        return Subject(text, common=True) if told else None

    def _named(self, name: str | None) -> Subject | None:
        return Subject(name) if name is not None else None

    def _other(self, start: int, end: int) -> bool:
        """Whether somebody else is meant, named by what they are to the one named: its rival, 其子公司."""
        stretch = self.folded[start:end]
        if any(word in stretch for word in words("other", "words") if not word.isascii()):
            return self.governors.governor(Span(start, end)) is None or not self._named_behind_other(start, end)
        found = [match for match in re.finditer(r"[a-z]+", stretch) if match[0] in words("other", "words")]
        return bool(found) and not any(
            self.starts[index] > start + found[-1].end() for index in self.governors.within(Span(start, end))
        )

    def _named_behind_other(self, start: int, end: int) -> bool:
        reached = max(self.folded.rfind(word, start, end) for word in words("other", "words") if not word.isascii())
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
        return start in self.prepared.ending or self.folded[start - 1] in "的年月日时是为而但则使让令对由"

    # --- carried over -------------------------------------------------------------------------------------------------

    def _carried(self, context: Context, anaphor: Token | None) -> Subject | None:
        kind = anaphor.meaning("anaphor") if anaphor is not None else None
        from_sentence = self._of_sentence(context, kind)
        if from_sentence is not None:
            return from_sentence if from_sentence != NOBODY else None
        behind = self._behind(context)
        if behind is not None and anaphor is None:
            return Subject(behind)
        if anaphor is None and (context.measure is None or "measure" in context.carried):
            return None
        far = self._of_paragraph(context, kind) or self._of_heading(context, kind) or self._of_document(context, kind)
        physical = anaphor is None and context.mention.kind == "measure" and self.naming.kinds.get(far or "") in ORGANISED
        return None if physical else self._named(far)

    def _of_sentence(self, context: Context, kind: str | None) -> Subject | None:
        """The subject of the clause before, or the name that a relative clause or a bracket stands behind."""
        clause = context.clause
        relative = FIRST_WORD.match(self.folded, clause.start)
        if (relative is not None and relative[1] in words("aside", "relative")) or self.folded[clause.start - 1 : clause.start] in (
            "(",
            "（",
        ):
            which = bisect.bisect_left(self.starts, clause.start) - 1
            if which >= 0 and self.entities[which].end >= clause.start - 2:
                return self._named(self._fitting(self.entities[which], kind))
        start = clause.start
        for _ in range(BACK):
            if start <= context.sentence_start:
                return None
            before = self.prepared.clause(start - 1)
            stretch = Span(max(before.start, context.sentence_start), start)
            start = before.start
            if PREDICATE.search(self.folded, stretch.start, stretch.end):
                continue
            noun = self._head(stretch) if kind is None else None
            opening = self._opening(noun, None) if noun is not None and noun.closed is not None else None
            if opening is not None or (noun is not None and self._counts(noun)):
                return opening or NOBODY
            first = stretch.start == context.sentence_start and noun is not None and noun.closed is not None
            if first and noun is not None and not self.governors.within(noun.span) and not self._reports(noun):
                return NOBODY  # the sentence begins with something else
            name = self.governors.governor(stretch)
            if name is not None and (
                kind is not None or self.governors.kind(name) != "place" or self.governors.begins(name, stretch.start)
            ):
                return self._named(self._fitting(name, kind))
        return None

    def _behind(self, context: Context) -> str | None:
        """A name behind the figure in its clause: 3万名医生入驻海湾医院, "1,200 stores at Harbor Foods"."""
        end = context.mention.span.end
        for index in self.governors.within(Span(end, max(end, context.clause.end))):
            start = self.entities[index].start
            if self.governors.passed_by(index):
                continue
            if BEHIND.fullmatch(self.folded, end, start) or (HAN.match(self.folded, start) and not self.governors.aside(index)):
                return self.entities[index].meaning("entity")
        return None

    def _of_paragraph(self, context: Context, kind: str | None) -> str | None:
        """The subject of a sentence before: the nearest that a word such as 该院 can mean; without one, what the paragraph begins with."""
        paragraph = self.prepared.paragraph_start(context.mention.span.start)
        start, nearest = context.sentence_start, None
        for _ in range(BACK):
            if start <= paragraph:
                break
            sentence = self.prepared.sentence(start - 1)
            name = self.governors.governor(Span(max(sentence.start, paragraph), start))
            start = max(sentence.start, paragraph)
            if kind == "any" and nearest is None and not (name is not None and self.governors.begins(name, start)):
                return None  # it may be anything that the sentence is about
            fitting = self._fitting(name, kind) if name is not None else None
            if kind is not None:
                fitting = fitting or self._of_kind(Span(start, sentence.end), kind)
                if fitting is not None:
                    return fitting
            nearest = nearest or fitting
            if (
                start == paragraph
                and name is not None
                and fitting == nearest
                and not self.folded[start : name.start].strip(OPENING)
            ):
                return fitting
        return None

    def _of_kind(self, span: Span, kind: str) -> str | None:
        """The last name of a stretch that is of a kind, beside the point or not: the county of "lies in Elm County"."""
        named = [self.entities[index].meaning("entity") for index in self.governors.within(span)]
        return next((name for name in reversed(named) if name is not None and self.naming.kinds.get(name) == kind), None)

    def _of_heading(self, context: Context, kind: str | None) -> str | None:
        """The one name of the heading above."""
        which = bisect.bisect_right([span.start for span in self.headings], context.mention.span.start) - 1
        if which < 0:
            return None
        named = {self.entities[index].meaning("entity"): index for index in self.governors.within(self.headings[which])}
        return self._fitting(self.entities[next(iter(named.values()))], kind) if len(named) == 1 else None

    @cached_property
    def headings(self) -> list[Span]:
        """The headings of the document."""
        return [block.span for block in self.prepared.document.blocks if block.kind == "heading"]

    def _of_document(self, context: Context, kind: str | None) -> str | None:
        """What the document is about, as far as a word such as 该院 can mean it; no name that the text brings up further on."""
        if kind in (None, "any"):
            return self.topic if self.topic_start < context.clause.end else None
        return next((name for name, _ in self.named.most_common() if self._fits(name, kind)), None)

    @cached_property
    def named(self) -> Counter[str]:
        """How often each subject of the document is named, those that are beside the point left out."""
        counts: Counter[str] = Counter()
        for index, token in enumerate(self.entities):
            name = token.meaning("entity")
            if name is not None and not self.governors.aside(index) and not self.governors.passed_by(index):
                counts[name] += 1
        return counts

    @cached_property
    def topic(self) -> str | None:
        """What the document is about: the most named subject, where no other is named nearly as often, or the text begins with it."""
        ranked = self.named.most_common(2)
        if not ranked:
            return None
        name, count = ranked[0]
        first = self.entities[0]
        if first.meaning("entity") == name and self.governors.begins(first, 0) and not self.governors.passed_by(0):
            return name
        clear = len(ranked) == 1 or count >= TOPIC * ranked[1][1]
        return name if clear and self.naming.kinds.get(name) not in (None, "place") else None

    @cached_property
    def topic_start(self) -> int:
        """Where the text first names what it is about."""
        return next((token.start for token in self.entities if token.meaning("entity") == self.topic), 0)

    def _fitting(self, name: Token, kind: str | None) -> str | None:
        subject = name.meaning("entity")
        return subject if subject is not None and self._fits(subject, kind) else None

    def _fits(self, subject: str, kind: str | None) -> bool:
        """Whether a word for things of a kind can mean a subject: 该院 means no county."""
        known = self.naming.kinds.get(subject)
        if known is None:
            return kind in (None, "any", "company", "institution") or HAN.match(subject) is not None
        return kind in (None, "any", known) or (known == "institution" and kind != "place")
