"""The words beside a number: the one that ends in front of a place, the unit that a word is."""

from __future__ import annotations

from factcheck.extract.numerals import Numeral
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import UNSEEN, Token, Unit, units

# A tab parts columns, and the next cell's word is no unit of this one's figure.
SPACES = f" {UNSEEN}"


def skip(folded: str, place: int) -> int:
    """The next place that is no blank."""
    while place < len(folded) and folded[place] in SPACES:
        place += 1
    return place


def unit_of(token: Token | None, numeral: Numeral) -> Unit | None:
    """The unit that a word is behind a number; None where it is none."""
    if token is None:
        return None
    known = units()
    candidates = [known[word.meaning] for word in token.words if word.kind == "unit"]
    if not candidates:
        return None
    if numeral.style == "digits" and token.words[0].text == "m" and numeral.scaled:
        return None
    return candidates[0]


def token_before(prepared: Prepared, place: int, *, blanks: int = 3) -> Token | None:
    """The token that ends here, over blanks and an article."""
    folded = prepared.folded
    while place and folded[place - 1] in (SPACES if blanks else UNSEEN):
        place, blanks = place - 1, blanks - (folded[place - 1] not in UNSEEN)
    token = prepared.ending.get(place)
    if token is None and folded.endswith((" a", " an"), 0, place):
        return token_before(prepared, place - 2, blanks=blanks)
    if token is None and place and folded[place - 1] in "了到达有" and place > 1:
        return prepared.ending.get(place - 1)
    return token


def unit_kind(token: Token | None) -> str | None:
    """The kind of unit that a word is, None where it is none."""
    name = token.meaning("unit") if token is not None else None
    return units()[name].kind if name is not None else None
