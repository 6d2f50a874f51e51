"""Whom a clause leans on that names nobody itself: the clause before, the paragraph, the heading, the document, in that order.

Each such step is carried, and where the candidates differ nothing is.
"""

from __future__ import annotations

import bisect
from collections import Counter
from functools import cached_property

from factcheck.document import Span
from factcheck.extract.context import Context
from factcheck.extract.governors import JOINING, Governors
from factcheck.extract.heads import opened
from factcheck.extract.nouns import noun_behind
from factcheck.extract.openings import BACK, HAN, WITH, Openings, Subject, subject_of
from factcheck.lexicon import Token
from factcheck.lexicon.names import starting, words
from factcheck.pattern import lazy_pattern

# " stores at ", " people of the "
BEHIND = lazy_pattern(r"(?:[ ][a-z-]+){0,3}[ ](?:at|of|by)[ ](?:the[ ])?")
FIRST_WORD = lazy_pattern(r"[ ]*([a-z]+)")
# Nobody measures these, and nothing that is measured is theirs by being named after them.
ORGANISED = ("company", "bank", "institution")
# A clause that says what the one before it is: 青山县的一个镇.
PREDICATE = lazy_pattern("的(?:一|最|首|唯|第|重要|主要|著名)[^，,]{1,16}[，,]")
# 青山站是青山县的一座车站，
DEFINITION = lazy_pattern(r"[^。，,]{2,30}[是为][^。，,]{0,30}?([\u3400-\u9fff]{2,6})[。，,]")
# 从600米深的海底
DESCRIBED = lazy_pattern("[深高长宽厚]的")
# In a text about a place: "there were 1,240 clinics"
THERE = lazy_pattern(r"(?<![a-z])there[ ](?:is|are|was|were)(?![a-z])")
# 最高峰为青山，海拔
FOREMOST = lazy_pattern(r"最[^，,]{1,12}(?:为|是)([\u3400-\u9fff·]{2,12})[，,]$")
# How many times as often as any other the topic of a document is named.
TOPIC = 2
# What a sentence is about is known to be none of the names before it.
NOBODY = Subject("")


class Antecedents:
    """The names of one document that its clauses lean on; `last` is the figure before."""

    def __init__(self, openings: Openings, governors: Governors) -> None:
        self.openings = openings
        self.governors = governors
        self.prepared, self.folded = openings.prepared, openings.folded
        self.naming = governors.naming
        self.entities, self.starts = governors.entities, governors.starts
        self.mentions = governors.mentions
        self.last: Context | None = None

    def subject(self, context: Context, anaphor: Token | None) -> Subject | None:
        """Whom a figure is of that stands in a clause without a name; `anaphor` is the word that takes one up."""
        if self._acts(context):
            return None
        kind = anaphor.meaning("anaphor") if anaphor is not None else None
        from_sentence = self._of_sentence(context, kind)
        if from_sentence is not None:
            return from_sentence if from_sentence != NOBODY else None
        behind = self._behind(context)
        if behind is not None and anaphor is None:
            return Subject(behind)
        if anaphor is None and (context.measure is None or "measure" in context.carried) and not self._goes_on(context):
            return None
        far = self._of_paragraph(context, kind) or self._of_heading(context, kind) or self._of_document(context, kind)
        physical = anaphor is None and context.mention.kind == "measure" and self.naming.kinds.get(far or "") in ORGANISED
        return None if physical else subject_of(far)

    def defined(self, context: Context) -> Subject | None:
        """What the text begins with, where a clause opens with the noun that says what it is: 青山站是一座车站. 车站距县城2公里."""
        if not self.definition or context.clause.start == self.prepared.clause(self.entities[0].start).start:
            return None
        place = opened(self.prepared, context.clause, self.mentions)
        return subject_of(self.entities[0].meaning("entity")) if self.folded.startswith(self.definition, place) else None

    @cached_property
    def definition(self) -> tuple[str, ...]:
        """The ends of the words that say what the name is that the text begins with, the longest first."""
        told = DEFINITION.match(self.folded, self.entities[0].start) if self.entities and self.entities[0].start <= 1 else None
        if told is None or self.governors.passed_by(0):
            return ()
        return tuple(told[1][-size:] for size in range(4, 1, -1) if len(told[1]) >= size)

    def _acts(self, context: Context) -> bool:
        """Whether a figure is of those who are counted, or of what it describes: 400万人迁往外地, 从600米深的海底."""
        mention, end = context.mention, context.mention.span.end
        if DESCRIBED.match(self.folded, end) and self.folded[mention.span.start - 1] in words("head", "leading"):
            return True
        if mention.kind != "count" or opened(self.prepared, context.clause, self.mentions) < mention.span.start:
            return False
        noun = noun_behind(self.prepared, mention)
        end = end if noun is None else max(end, noun.end)
        return HAN.match(self.folded, end) is not None and self.folded[end] not in (*JOINING, *WITH)

    def _goes_on(self, context: Context) -> bool:
        """Whether a sentence opens with what its subject has, and leaves out the subject: 下设12个车间."""
        start = context.sentence_start
        if THERE.search(self.folded, context.clause.start, context.mention.span.start) is not None:
            return self.naming.kinds.get(self.topic or "") == "place"
        if context.clause.start != start:
            # 2004年发射升空，设计寿命为15年: nothing before it names anybody
            return not self.governors.within(Span(start, context.clause.start)) and self._is_part(context)
        return self.folded.startswith(starting("head", "lacking"), start) or self._is_part(context)

    def _is_part(self, context: Context) -> bool:
        """Whether a sentence is no more than a part and its figure, in a text that begins with the thing: 体长约9厘米."""
        noun = self.openings.noun(Span(context.clause.start, context.mention.span.start))
        if noun is None or context.measure is not None or self.topic_start > 0:
            return False
        ends = (self.prepared.word_at(place) for place in range(noun.span.start + 2, noun.span.end))
        if any(word is not None and "measure" in word.kinds and word.end == noun.span.end for word in ends):
            return False  # 壁画面积 is that of the paintings
        text = self.prepared.document.text[noun.span.start : noun.span.end]
        return text == context.measure_text and self.naming.kinds.get(self.topic or "") in (None, "thing")

    def _of_sentence(self, context: Context, kind: str | None) -> Subject | None:
        """The subject of the clause before, or the name that a relative clause or a bracket stands behind."""
        described = self._described(context, kind)
        if described is not None:
            return described
        start = context.clause.start
        for _ in range(BACK):
            if start <= context.sentence_start:
                return None
            before = self.prepared.clause(start - 1)
            stretch = Span(max(before.start, context.sentence_start), start)
            start = before.start
            if PREDICATE.search(self.folded, stretch.start, stretch.end):
                continue
            if self.openings.told_from(stretch.start, stretch.end) == stretch.end:
                return NOBODY
            found = self._of_noun(context, stretch) if kind is None else None
            if found is None:
                found = self._of_name(context, stretch, kind)
            if found is not None:
                return found
        return None

    def _of_name(self, context: Context, stretch: Span, kind: str | None) -> Subject | None:
        """The name that governs the clause before, else whom the figure before it is of."""
        name = self.governors.governor(stretch)
        if name is None:
            return self._inherited(context, stretch) if kind in (None, "any") else None
        passing = kind is None and self.governors.kind(name) == "place" and not self.governors.begins(name, stretch.start)
        return None if passing else subject_of(self._fitting(name, kind))

    def _described(self, context: Context, kind: str | None) -> Subject | None:
        """The name right before a relative clause or a bracket."""
        start = context.clause.start
        relative = FIRST_WORD.match(self.folded, start)
        opens = relative is not None and relative[1] in words("aside", "relative")
        if not opens and self.folded[start - 1 : start] not in ("(", "（"):
            return None
        which = bisect.bisect_left(self.starts, start) - 1
        near = which >= 0 and self.entities[which].end >= start - 2
        return subject_of(self._fitting(self.entities[which], kind)) if near else None

    def _of_noun(self, context: Context, stretch: Span) -> Subject | None:
        """The noun that the clause before opens with, or what it names as the foremost; NOBODY where that noun is something else."""
        foremost = FOREMOST.search(self.folded, stretch.start, stretch.end)
        if foremost is not None:
            return self.openings.listed(Span(*foremost.span(1)))
        noun = self.openings.noun(stretch)
        if noun is None or noun.closed == "report" or self.openings.takes_up(noun):
            return None
        first = stretch.start == context.sentence_start
        opening = self.openings.subject(noun, context if first else None) if noun.closed is not None else None
        if opening is not None and opening.common and not first and stretch.end < context.clause.start:
            return NOBODY
        if opening is not None or self.openings.counts(noun):
            return opening or NOBODY
        something_else = first and noun.closed is not None and not self.governors.within(noun.span)
        return NOBODY if something_else and not self.openings.reports(noun) else None

    def _inherited(self, context: Context, stretch: Span) -> Subject | None:
        """Whom the figure before is of, where it stands in the clause before."""
        last = self.last
        if last is None or last.sentence != context.sentence or last.subject is None:
            return None
        if not stretch.start <= last.mention.span.start < stretch.end:
            return None
        return Subject(last.subject, common="owner" in last.carried)

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
            if start == paragraph and name is not None and fitting == nearest and self.governors.begins(name, start):
                return fitting
        return None

    def _of_kind(self, span: Span, kind: str) -> str | None:
        """The last name of a stretch that is of a kind, beside the point or not: the county of "lies in Elm County"."""
        named = [self.entities[index].meaning("entity") for index in self.governors.within(span)]
        return next((name for name in reversed(named) if name is not None and self.naming.kinds.get(name) == kind), None)

    def _of_heading(self, context: Context, kind: str | None) -> str | None:
        """The one name of the heading above."""
        heading = self.prepared.heading(context.mention.span.start)
        if heading is None:
            return None
        named = {self.entities[index].meaning("entity"): index for index in self.governors.within(heading)}
        return self._fitting(self.entities[next(iter(named.values()))], kind) if len(named) == 1 else None

    def _of_document(self, context: Context, kind: str | None) -> str | None:
        """What the document is about, as far as a word such as 该院 can mean it; no name that the text brings up further on."""
        if kind in (None, "any"):
            return self.topic if self.topic_start < context.clause.end else None
        return next((name for name in self.ranked if self._fits(name, kind)), None)

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
    def ranked(self) -> list[str]:
        """The subjects of the document, the most named first."""
        return [name for name, _ in self.named.most_common()]

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
