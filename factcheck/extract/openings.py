"""Whom or what the noun of a clause names: a name that ends it, a part of one that begins it, or a noun that other things have too."""

from __future__ import annotations

import bisect
from typing import NamedTuple

from factcheck.document import Span
from factcheck.extract.context import Context
from factcheck.extract.governors import JOINING, Governors
from factcheck.extract.heads import Head, head
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import fold, measures
from factcheck.lexicon.names import anaphors, legal_forms, starting, words
from factcheck.pattern import lazy_pattern

HAN = lazy_pattern(r"[\u3400-\u9fff]")
# Whose survey it is says nothing of what it found: 研究所的调查发现
FINDING = lazy_pattern(r"(?:调查|研究|监测|民调|普查)(?:结果)?(?:发现|显示|表明|指出)[，,：:]?")
# Behind a common noun, these join it to another, or to somebody whom it deals with.
WITH = "与跟同"
# How far around a noun a text speaks of it again.
NEARBY = 1000
# A noun that is half a word so many times over is one elsewhere too.
TRIED = 20
# A noun of so many characters in front of a measure is no half of a word.
CERTAIN = 4
# How many names back one is looked for that 该族 can mean.
BACK = 12


class Subject(NamedTuple):
    """Whom or what a figure is of. `common` where a noun tells it that other things have too: whose it is, the text says elsewhere."""

    name: str
    common: bool = False


def subject_of(name: str | None) -> Subject | None:
    """A name as a subject."""
    return Subject(name) if name is not None else None


class Openings:
    """The nouns that the clauses of one document open with, and what they name."""

    def __init__(self, prepared: Prepared, governors: Governors) -> None:
        self.prepared = prepared
        self.folded = prepared.folded
        self.governors = governors
        self.entities, self.starts = governors.entities, governors.starts
        self.mentions = governors.mentions
        self.heads: dict[Span, Head | None] = {}

    def noun(self, span: Span) -> Head | None:
        """The noun that a stretch opens with."""
        if span not in self.heads:
            self.heads[span] = head(self.prepared, span, self.mentions)
        return self.heads[span]

    def listed(self, span: Span) -> Subject:
        """Whom or what one noun of a list names."""
        names = self.governors.within(span)
        if names and self.entities[names[-1]].end == span.end:
            return Subject(self.entities[names[-1]].meaning("entity") or "")
        return Subject(self.prepared.document.text[span.start : span.end], common=True)

    def counts(self, noun: Head) -> bool:
        """Whether a clause opens with things that are counted: 两个项目建成后."""
        mention = self.mentions.get(noun.span.start)
        return mention is not None and mention.kind == "count"

    def reports(self, noun: Head) -> bool:
        """Whether a clause opens with whoever reports what it says: 统计局数据显示."""
        which = self.governors.within(noun.span)
        return bool(which) and self.entities[which[-1]].end == noun.span.end and self.governors.reported(which[-1])

    def subject(self, noun: Head, context: Context | None) -> Subject | None:
        """Whom or what the noun of a clause names: a name that ends it, a part of one that begins it, or what the text points at."""
        if self.folded[noun.span.end : noun.span.end + 1] in JOINING or self.folded.startswith(" and ", noun.span.end):
            return None
        if self.takes_up(noun):
            return None
        names = [self.entities[index] for index in self.governors.within(noun.span)]
        text = self.prepared.document.text[noun.span.start : noun.span.end]
        if names and names[-1].end == noun.span.end:
            return subject_of(names[-1].meaning("entity"))
        if context is not None and self.measures(noun, context):
            return None
        if names and names[0].start == noun.span.start:
            rest = self.folded[names[0].end : noun.span.end].strip()
            if rest in anaphors() or rest in legal_forms():
                return subject_of(names[0].meaning("entity"))  # the Meituan platform, Harbor Foods plc
            part = noun.closed in ("measure", "of") or "的" in text or text.isascii()
            part = part or self.governors.kind(names[0]) == "place" or self.governors.held(self.governors.within(noun.span)[0])
            return Subject(text) if part else subject_of(names[0].meaning("entity"))
        if noun.definite and (taken_up := self._pointed(noun)) is not None:
            return subject_of(taken_up)
        told = noun.closed in ("of", "having") or (context is not None and (noun.definite or self._tells(noun, context)))
        return Subject(text, common=True) if told else None

    def takes_up(self, noun: Head) -> bool:
        """Whether a noun is no more than a word that takes up a name: 全县."""
        token = self.prepared.starting.get(noun.span.start)
        return token is not None and token.has("anaphor") and token.end == noun.span.end

    def measures(self, noun: Head, context: Context) -> bool:
        """Whether a noun is what the figure measures: 体长可达9厘米, 气温高于10度."""
        if self.folded[noun.span.start : noun.span.end].rpartition(" ")[2] in words("noun", "measuring"):
            return True  # the offering rate
        if context.measure_token is None:
            return self.prepared.document.text[noun.span.start : noun.span.end] == context.measure_text
        return context.measure_token.start < noun.span.end <= context.measure_token.end

    def _tells(self, noun: Head, context: Context) -> bool:
        """Whether what stands behind a common noun says something of it, and is not what is measured: 二期工程规划站点12座."""
        if noun.closed == "verb" or self._has(noun, context):
            return True
        if noun.closed not in ("measure", "word") or HAN.match(self.folded, noun.span.start) is None:
            return False
        counted = noun.closed == "measure" and context.measure is not None and measures()[context.measure].broad  # 步兵师总数
        if noun.closed == "measure" and len(noun.span) >= CERTAIN:
            return not counted
        return not counted and self.folded[noun.span.end] not in WITH and self._recurs(noun.span)

    def _has(self, noun: Head, context: Context) -> bool:
        """Whether 的 ties what the figure measures to a noun: 男性的最低婚龄为14岁."""
        rest = (
            self.folded[noun.span.end + 1 : context.mention.span.start]
            if self.folded[noun.span.end : noun.span.end + 1] == "的"
            else ""
        )
        modifier = next((word for word in starting("head", "modifiers") if rest.startswith(word)), "")
        return bool(rest) and context.measure_text is not None and rest[len(modifier) :].startswith(fold(context.measure_text))

    def _recurs(self, noun: Span) -> bool:
        """Whether a text speaks of a noun elsewhere too, by itself: the 公转 of 公转周期 is half a word."""
        low, high = max(0, noun.start - NEARBY), min(len(self.folded), noun.end + NEARBY)
        text, behind = self.folded[noun.start : noun.end], self.folded[noun.end : noun.end + 2]
        place = self.folded.find(text, low, high)
        for _ in range(TRIED):
            if place < 0:
                break
            end = place + len(text)
            apart = place == 0 or not HAN.match(self.folded, place - 1) or self.folded[place - 1] in words("before", "characters")
            if place != noun.start and apart and self.folded[end : end + 2] != behind:
                return True
            place = self.folded.find(text, end, high)
        return False

    def _pointed(self, noun: Head) -> str | None:
        """The last name before a noun such as 该族 or 该协定 that ends with its words."""
        word = self.folded[noun.span.start + 1 : noun.span.end]
        if not HAN.match(self.folded, noun.span.start):
            return None
        which = bisect.bisect_left(self.starts, noun.span.start)
        for token in reversed(self.entities[max(0, which - BACK) : which]):
            if self.folded.endswith(word, token.start, token.end) and token.end - token.start > len(word):
                return token.meaning("entity")
        return None

    def told_from(self, start: int, end: int) -> int:
        """Where that begins which a survey found, in the clause that says so."""
        found = [match.end() for match in FINDING.finditer(self.folded, start, end)]
        return found[-1] if found else start
