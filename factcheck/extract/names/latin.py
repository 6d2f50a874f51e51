"""Names in Latin letters: what is written with a capital where nothing else asks for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from factcheck.extract.names.name import Name
from factcheck.extract.prepared import Prepared
from factcheck.lexicon.names import endings, legal_forms, openings, words
from factcheck.pattern import lazy_pattern

LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ"
# A word with a capital: Harbor, AT&T, O'Brien's, Saint-Denis.
CAPITAL = lazy_pattern(rf"(?<![{LETTERS}0-9])[A-ZÀ-ÖØ-Þ][{LETTERS}0-9]*(?:[&'’-][{LETTERS}0-9]+)*")
# FY24 and Q3 in front of a name are no part of it
TIME = lazy_pattern(r"(?:FY|CY|Q|H)[0-9]{1,4}(?:[QH][1-4])?|[1-4][QH][0-9]{2}")
WORD = lazy_pattern(rf"[{LETTERS}]+")
LOWER = lazy_pattern(r"(?<![A-Za-z])[a-z]+")
# What may stand before the first word of a sentence, a line or a quotation.
OPENING = " \t\r\n\"'“‘(*#>-•·|[0123456789."
INSIDE = lazy_pattern(r"[a-z0-9,)] $")
# Forms of firms that are written small behind a name, and no words of their own.
SURE_FORMS = frozenset({"plc", "ltd", "inc", "gmbh", "llc"})
CORPORATE = frozenset({"group", "holding", "holdings"})
LEGAL_REACH = 16
POSSESSIVE = ("'s", "’s")
MOST_WORDS = 7
SHORTEST_ACRONYM = 3
# A line is in title case where at least three of five of its words begin with a capital; no line so long is a title.
TITLE = (3, 5)
TITLE_WORDS = 4
TITLE_LENGTH = 200

Capital = tuple[int, int, str]


class Latin:
    """The capitalised words of one document, and which runs of them are names."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.text = prepared.document.text
        self.titles: dict[int, bool] = {}

    def names(self) -> list[Name]:
        """The names in reading order: those that are beyond doubt, and the same words wherever they stand."""
        runs = [piece for run in self._runs() for piece in _pieces(run)]
        keys = [self.prepared.folded[run[0][0] : run[-1][1]] for run in runs]
        firm = {key for key, run in zip(keys, runs, strict=True) if self._is_firm(run)}
        return [
            Name(run[0][0], run[-1][1], self.text[run[0][0] : run[-1][1]], key, _kind(run))
            for key, run in zip(keys, runs, strict=True)
            if key in firm
        ]

    def _runs(self) -> Iterator[list[Capital]]:
        """Runs of capitalised words with nothing but a blank between them, or "of" behind a word that asks for it."""
        run: list[Capital] = []
        for match in CAPITAL.finditer(self.text):
            word = (match.start(), match.end(), match[0])
            if run and (len(run) == MOST_WORDS or not self._joined(run, word)):
                yield run
                run = []
            run.append(word)
        if run:
            yield run

    def _joined(self, run: list[Capital], word: Capital) -> bool:
        last = run[-1]
        gap = self.text[last[1] : word[0]]
        if last[2].endswith(POSSESSIVE) or len(gap) > len(" of the "):
            return False
        if gap in (" ", " & "):
            return True
        if gap in (" of ", " of the ", " for "):
            return last[2].lower() in openings()  # University of Harbor, Ministry for Fisheries
        if gap == " and ":
            return any(part[2].lower() in openings() for part in run[:-1])  # Ministry of Gender and Child Affairs
        if gap == ", ":
            return word[2].lower() in legal_forms()  # Harbor Foods, Inc.
        return gap == ". " and len(last[2]) == 1  # J. Smith

    def _is_firm(self, run: list[Capital]) -> bool:
        """Whether a run of words is a name beyond doubt, and not a title in capitals or words that the lexicon knows as others."""
        start = run[0][0]
        if self._is_incorporated(run):
            return True
        if self._in_title(start):
            return False
        if len(run) > 1:
            return not (self._known(run[0]) and self._opens(start)) and not all(map(self._known, run))
        return self._is_name(run[0])

    def _is_incorporated(self, run: list[Capital]) -> bool:
        """Whether a run has the form of a firm in law at its end, or behind it: Harbor Foods Ltd, Halden Group plc."""
        behind = [word.lower() for word in WORD.findall(self.text, run[-1][1], run[-1][1] + LEGAL_REACH)]
        if behind[:1] and behind[0] in CORPORATE:
            behind = behind[1:]
        return (len(run) > 1 and run[-1][2].lower() in legal_forms()) or (behind[:1] != [] and behind[0] in SURE_FORMS)

    def _is_name(self, word: Capital) -> bool:
        """Whether one word is a name: it has its capital inside a sentence, and the text never writes it without."""
        start, _, text = word
        lower = text.lower()
        if len(text) < 2 or any(map(str.isdigit, text)) or self._known(word) or self._opens(start):
            return False
        if not INSIDE.search(self.text, max(0, start - 2), start):
            return False
        if lower in endings() or lower in openings() or _of_a_people(word):
            return False
        if lower in self.lower:
            return False
        return not text.isupper() or (len(text) >= SHORTEST_ACRONYM and self.capitals[text] > 1)

    @cached_property
    def capitals(self) -> Counter[str]:
        """How often the text has each capitalised word."""
        return Counter(CAPITAL.findall(self.text))

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words that the text writes in small letters."""
        return frozenset(LOWER.findall(self.text))

    def _known(self, word: Capital) -> bool:
        """Whether the lexicon knows a word as something else than a name."""
        token = self.prepared.starting.get(word[0])
        return token is not None and token.end >= word[1] and "entity" not in token.kinds

    def _opens(self, start: int) -> bool:
        """Whether a word opens a sentence, a line or a quotation."""
        sentence = self.prepared.sentence(start)
        return not self.text[sentence.start : start].strip(OPENING)

    def _in_title(self, start: int) -> bool:
        """Whether a word stands in a line that has capitals all over."""
        document = self.prepared.document
        number = document.place(start).line
        if number not in self.titles:
            span = document.line(number)
            line = WORD.findall(self.text[span.start : span.end]) if len(span) < TITLE_LENGTH else []
            capitals = sum(word[0].isupper() for word in line)
            whole = self.text[span.start : span.end].rstrip().endswith((".", "。"))
            self.titles[number] = not whole and len(line) >= TITLE_WORDS and capitals * TITLE[1] >= len(line) * TITLE[0]
        return self.titles[number]


def _pieces(run: list[Capital]) -> Iterator[list[Capital]]:
    """A run without the words that have a capital anyway: what opens sentences, months, titles of parts of a text."""
    piece: list[Capital] = []
    for word in (*run, None):
        if word is not None and word[2].lower() not in words("plain", "words") and TIME.fullmatch(word[2]) is None:
            piece.append(_bare(word))
            continue
        if len(piece) > 1 and _of_a_people(piece[0]) and _kind(piece) is None:
            piece = piece[1:]  # the French Huguenots
        if piece:
            yield piece
        piece = []


def _of_a_people(word: Capital) -> bool:
    return word[2].lower().endswith(tuple(words("plain", "peoples")))


def _bare(word: Capital) -> Capital:
    """A word without its 's."""
    start, end, text = word
    return (start, end - 2, text[:-2]) if text.endswith(POSSESSIVE) else word


def _kind(run: list[Capital]) -> str | None:
    """What a name names, as its last word tells, or the one before "of"."""
    known = endings()
    for which in (-1, 0):  # Tarn Lake, Lake Tarn; Tarn Valley Dairy is no place
        kind = known.get(run[which][2].lower())
        if kind is not None and (which == -1 or kind == "place"):
            return kind
    return next((openings()[text.lower()] for _, _, text in run if text.lower() in openings()), None)
