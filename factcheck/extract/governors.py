"""Which name governs a stretch of a text: where a name stands as a subject does, and where it is beside the point.

Behind "than", "with", 与, 收购 and their like a name is beside the point, and so is one that only describes the noun behind it:
菲律宾恐怖组织, Harbor shares.
"""

from __future__ import annotations

import bisect

from factcheck.document import Span
from factcheck.extract.heads import attributive, opened
from factcheck.extract.mentions import Found
from factcheck.extract.names import Naming
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Token
from factcheck.lexicon.names import starting, words
from factcheck.pattern import lazy_pattern

# The last two words in front of a name, without its article and what describes it: on capitalized Harbor Software.
BEFORE = lazy_pattern(r"(?<![a-z.])(?:([a-z.]+)[ ]+)?([a-z.]+)[ ]+(?:(?:the|its|their|our|a|an)[ ]+)?(?:[a-z-]+ed[ ]+)?$")
# "the users at Harbor Foods" are its own, those in a country not.
# "sales at its rival Harbor Foods" are sales at Harbor Foods
APPOSED = lazy_pattern(
    rf"[ ](?:(?:the|its|their|our|his|her|a|an|fellow)[ ])*(?:{'|'.join(word for word in words('other', 'words') if word.isascii())})[ ]$"
)
OWNING = ("in", "at", "for")
LOCATING = ("in", "across", "within", "throughout")
WORD = lazy_pattern(r"[ ]([a-z]+)")
# Throughout its history, Norwood was
INTRODUCED = lazy_pattern(r"[ ]*(?:throughout|during|over|in|for|since|despite|with|like|as)[ ][a-z '’-]{2,40},[ ](?:the[ ])?")
# Names that stand together: what is said is of both.
JOINING = ("和", "及", "、")
# … and words that one of these ends: 不及德国
WHOLE = ("不及", "涉及", "波及", "提及", "遍及", "普及")
# What a title in 《》 is of, in front of it: 影片《
TITLE = lazy_pattern(f"(?:{'|'.join(sorted(words('head', 'typing'), key=len, reverse=True))})?《$")
SIDES = ("以东", "以南", "以西", "以北")
LOOK = 32
LONGEST_WORD = 4


class Governors:
    """The names of one document, and where they govern."""

    def __init__(self, prepared: Prepared, found: Found, naming: Naming) -> None:
        self.prepared = prepared
        self.folded = prepared.folded
        self.naming = naming
        self.mentions = {mention.span.start: mention for mention in found.mentions}
        self.entities = [
            token
            for token in prepared.of("entity")
            # 台北101 is no city, 以北约1公里 no alliance
            if not (self.folded[token.end : token.end + 1].isdigit() and token.end not in self.mentions)
            and self.folded[max(0, token.start - 1) : token.start + 1] not in SIDES
        ]
        self.starts = [token.start for token in self.entities]
        self.counted = {mention.span.end for mention in found.mentions if mention.kind == "count"}
        self.asides: dict[int, bool] = {}

    def within(self, span: Span) -> range:
        """Which names start inside a stretch."""
        return range(bisect.bisect_left(self.starts, span.start), bisect.bisect_left(self.starts, span.end))

    def governor(self, span: Span) -> Token | None:
        """The first name of a stretch that stands as its subject; of names that belong to each other the last: 四川的乐山."""
        which = self.within(span)
        for index in which:
            if index > which.start and self._belongs(index):
                continue
            last = index
            while last + 1 < which.stop and self._belongs(last + 1):
                last += 1
            if not self.aside(index) and not self.passed_by(last):
                return self.entities[last]
        return None

    def kind(self, name: Token) -> str | None:
        """What a name names."""
        return self.naming.kinds.get(name.meaning("entity") or "")

    def _belongs(self, index: int) -> bool:
        """Whether a name belongs to the one before it."""
        gap = self.folded[self.entities[index - 1].end : self.entities[index].start]
        return len(gap) < LOOK and gap in words("aside", "belongs")

    def aside(self, index: int) -> bool:
        """Whether the word in front of a name keeps its sentence from being about it."""
        known = self.asides.get(index)
        if known is None:
            known = self.asides[index] = self._stands_aside(self.entities[index])
        return known

    def _stands_aside(self, name: Token) -> bool:
        place = name.start
        if place in self.counted:
            return True  # 11次NBA总冠军
        start = max(self.prepared.sentence(place).start, place - LOOK)
        before = APPOSED.sub(" ", self.folded[start:place])
        asides = words("aside", "before")
        match = BEFORE.search(before) if before.endswith(" ") else None
        if match is not None:
            two, one = f"{match[1]} {match[2]}", match[2]
            if one == "of" or (one in OWNING and self.naming.kinds.get(name.meaning("entity") or "") != "place"):
                return not self._measured(start + match.start(2))
            located = one in LOCATING and self.naming.kinds.get(name.meaning("entity") or "", "place") == "place"
            if (one == "by" or located) and self._tied(name.end):
                return False  # sales by Harbor Foods were, sales in Brazil rose
            return one in asides or two in asides
        title = TITLE.search(before) if before.endswith("《") else None
        if title is not None:
            lead = start + title.start()
            return lead > self.prepared.clause(place).start and self.folded[lead - 1] != "的"
        bare = before.rstrip(' 《「“"')
        return any(bare[-length:] in asides for length in range(1, LONGEST_WORD + 1))

    def _tied(self, place: int) -> bool:
        """Whether a verb stands right behind a name that ties a measure to its figure."""
        behind = WORD.match(self.folded, place)
        return behind is not None and behind[1] in words("noun", "tying")

    def _measured(self, place: int) -> bool:
        """Whether a measure ends right before a place: "the revenue of"."""
        token = self.prepared.ending.get(place - 1)
        return token is not None and "measure" in token.kinds

    def passed_by(self, index: int) -> bool:
        """Whether what stands behind a name keeps its sentence from being about it: 与其相比, its founder, another name, a noun."""
        end = self.entities[index].end
        return (
            self.reported(index)
            or attributive(self.prepared, end, place_name=self.kind(self.entities[index]) == "place")
            or self.joined(index)
            or self.held(index)
        )

    def reported(self, index: int) -> bool:
        """Whether a name says what its sentence says, or is compared with: 统计局数据显示."""
        end = self.entities[index].end
        return self.folded.startswith(starting("aside", "behind"), end)

    def held(self, index: int) -> bool:
        """Whether somebody is named by what they are to a name: 海湾食品公司创始人陈某."""
        return self.folded.startswith(starting("before", "roles"), self.entities[index].end)

    def joined(self, index: int) -> bool:
        """Whether a name stands beside others: what is said is of all of them."""
        start, end = self.entities[index].start, self.entities[index].end
        others = [other for other in (index - 1, index + 1) if 0 <= other < len(self.entities)]
        for other in others:
            first, second = sorted((self.entities[other], self.entities[index]))
            if self.folded[first.end : second.start] in words("aside", "beside"):
                return True
        before = self.folded[max(0, start - 2) : start]
        return self.folded[end : end + 1] in JOINING or (before[-1:] in JOINING and before not in WHOLE)

    def begins(self, name: Token, start: int) -> bool:
        """Whether nothing but marks and times stands before a name. A place named in passing is seldom what a text goes on about."""
        if opened(self.prepared, Span(start, name.end), self.mentions) == name.start:
            return True
        return INTRODUCED.fullmatch(self.folded, start, name.start) is not None
