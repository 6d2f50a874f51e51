"""The noun that an English clause opens with."""

from __future__ import annotations

from factcheck.document import Span
from factcheck.extract.heads.attributives import is_stop
from factcheck.extract.heads.beginnings import LATIN
from factcheck.extract.heads.opening_noun import Closing, Head
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Token
from factcheck.lexicon.names import words
from factcheck.pattern import lazy_pattern

# The length of the bridge
OF = lazy_pattern(r"(?:the[ ]|its[ ]|an?[ ])?(?:[a-z-]+[ ])?([a-z]+)[ ]of[ ](?=[a-z])")
# … of over 5,100 names; "a limit of $30 billion" is what is measured
FIGURE = lazy_pattern(
    r"of[ ](?:(?:about|over|almost|nearly|some|more[ ]than|at[ ]least|up[ ]to)[ ])?[0-9][0-9,]*[ ](?!per|[mbt]r?illion|thousand|hundred|yuan)[a-z]"
)
# … and entered two markets: who did, an earlier clause says
ACTING = lazy_pattern(
    r"(?:and[ ]|but[ ]|then[ ])?[a-z]+ed[ ](?:[0-9$£€]|(?:its|their|the|a|an|two|three|four|five|six|seven|eight|nine|ten|some|about|over|more[ ]than)[ ])"
)
YEAR = lazy_pattern(r"[12][0-9]{3}[ ]")
MOST_WORDS = 6


def latin_head(prepared: Prepared, start: int, end: int) -> Head | None:
    """The words up to a verb or a preposition, without their article; none where they begin with one, or name a measure.

    Behind "the length of" stands what has the length.
    """
    folded = prepared.folded
    if ACTING.match(folded, start, end) is not None:
        return None
    measured = OF.match(folded, start, end)
    if measured is not None and measured[1] not in words("head", "counted") and "entity" not in _kinds(prepared, measured.start(1)):
        whole = _noun_phrase(prepared, measured.end(), end)
        if whole is None or folded.startswith((" by ", " of "), whole.span.end):
            return None  # sales of cars by the firm, the anniversary of the launch of the ferry
        single = whole.definite or prepared.document.text[whole.span.start].isupper()
        return whole._replace(closed="of") if single else None  # sales of cars are nobody's
    return _noun_phrase(prepared, start, end)


def _kinds(prepared: Prepared, place: int) -> frozenset[str]:
    token = prepared.starting.get(place)
    return token.kinds if token is not None else frozenset()


def _noun_phrase(prepared: Prepared, start: int, end: int) -> Head | None:
    folded, place = prepared.folded, start
    found: list[Span] = []
    closed = definite = False
    word = ""
    while len(found) < MOST_WORDS and (match := LATIN.match(folded, place, end)) is not None:
        token, word = prepared.starting.get(place), match[0]
        named = token is not None and "entity" in token.kinds
        closed = not named and is_stop(token, word, first=not found)
        measured = token is not None and not named and "measure" in token.kinds
        if closed or (measured and not _owns(folded, token)):
            break
        last = token.end if named and token is not None else match.end()
        if found or word not in words("head", "articles"):
            found.append(Span(place, last))
        definite = definite or (not found and word in words("head", "pointing"))
        place = last + (folded[last : last + 1] == " ")
        dated = YEAR.match(folded, place) if not found else None
        place = place if dated is None else dated.end()  # the 2010 drought
    kind = _latin_closing(word) if closed else None
    if len(found) > 1 and _is_verb(folded, found, word=word if closed else None, ended=place >= end):
        found, closed, kind = found[:-1], True, "verb"
    if not found or not closed or folded[found[0].start : found[0].end] in words("head", "pronouns"):
        return None
    if len(found) == 1 and folded[found[0].start : found[0].end] in words("head", "numbers"):
        return None
    if word == "of" and folded[found[-1].start : found[-1].end] in words("head", "counted"):
        return None  # most of the forest, a total of 300
    if word == "of" and FIGURE.match(folded, place):
        kind = "of"  # a petition of over 5,100 names
    return Head(Span(found[0].start, found[-1].end), kind or "word", definite)


def _owns(folded: str, token: Token | None) -> bool:
    """Whether a word that can be a measure has things that are counted: the collections include 300 prints."""
    behind = LATIN.match(folded, token.end + 1) if token is not None else None
    return behind is not None and behind[0] in words("noun", "owning")


def _latin_closing(word: str) -> Closing:
    """What a word behind a noun does: nothing is said of the noun by one that reports, or that ties a measure to its figure."""
    if word in words("head", "having") or word in words("noun", "owning"):
        return "having"
    says = word in words("head", "verbs") and word not in words("head", "reporting") | words("noun", "links")
    return "verb" if says or word.endswith("ly") else "word"


def _is_verb(folded: str, found: list[Span], *, word: str | None, ended: bool) -> bool:
    """Whether the last word of a noun is its verb: the school enrols 300, the board directs the staff, forests account for 10 %."""
    last, before = folded[found[-1].start : found[-1].end], folded[found[-2].start : found[-2].end]
    if ended or word in words("head", "articles"):
        return last.endswith("s") or before.endswith("s")
    return word is not None and before.endswith("s") and not last.endswith("s") and word in words("head", "adverbial")
