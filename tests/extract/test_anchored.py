"""Patterns that are tried at some places only find what they find everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import fractions, number_words, points, references
from factcheck.extract.anchored import digit_starts, matches_at, matches_before
from factcheck.extract.digits import DIGITS, digit_places
from factcheck.extract.hanzi import HANZI_RUN, numeral_places
from factcheck.extract.masks import IDENTIFIERS, MASKS, find_identifiers, find_masks
from factcheck.extract.multiples import find_multiples, multiple_words
from factcheck.extract.periods import english_patterns, numeric, years
from factcheck.extract.slashed import SLASH, STROKE, STROKE_REACH
from factcheck.extract.spaced import STRETCH, stretch_places
from factcheck.extract.whole_forms import WHOLE_FORMS
from factcheck.lexicon import fold

PIECES = [
    *"0123456789.,:/+-°′×@<>&`% 年，",
    "gb/t ", "iso/iec ", "en ", "https://", "ftp://a", "www.", "isbn ", "covid-", "v1.", "xyz", "a@b.c", "24/7", "&#39;",
]  # fmt: skip
MARKED = [
    (STROKE, STROKE_REACH, SLASH),
    (fractions.OF_PARTS, fractions.PARTS_REACH, fractions.FRACTION),
    (fractions.PART, fractions.PART_REACH, fractions.SHORT_FRACTION),
    (fractions.POINT, fractions.POINT_REACH, fractions.POINTED),
    (fractions.TO, fractions.TO_REACH, fractions.PROPORTION),
    *((mark, reach, pattern) for mark, reach, _, pattern in references.PLAIN),
    (points.SPACED, points.SPACED_REACH, points.SPACED_POINT),
    (points.POINT, 0, points.POINT_SHARE),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def test_matches_do_not_overlap() -> None:
    """A place inside a match that was found is passed over."""
    assert ["aa", "aa"] == [match[0] for match in matches_at(re.compile("aa"), "aaaa", range(4))]


@given(TEXTS)
def test_masks_are_found_everywhere(text: str) -> None:
    """Looking only around the marks of masks loses none."""
    folded = fold(text)
    assert [match.span() for match in MASKS.finditer(folded)] == [(mask.span.start, mask.span.end) for mask in find_masks(folded)]


@given(TEXTS)
def test_identifiers_are_found_everywhere(text: str) -> None:
    """Looking only at digits and the words before them loses no identifier, names apart, which are judged by their letters."""
    folded = fold(text)
    found = {(one.span.start, one.span.end, one.name) for one in find_identifiers(folded, set())}
    everywhere = [match for match in IDENTIFIERS.finditer(folded) if match.lastgroup != "named"]
    assert set() == {(match.start(), match.end(), match.lastgroup) for match in everywhere} - found


FIGURES = [
    *"0123456789.,:/+-−½ 半个、级量旬点分之又比几数上好第多余十百千万亿一二三五零陆参佰俩年老月",
    "六、七", "分之", "对折", "打", "半折", "半成", "数以", "过半", "一半", "个半小时", "1/2", " 2 1/2 ", "doubled", "double the", "threefold",
    "翻番", "减半", "e6", "×10^6", "\u2009", "ratio ", "§", "号", "(c)", "碳-14", "。:12 ", "见表", "附表 1",
    "june ", "may",
    "12 . 5 million", " was point 7%", "last year", "the year before last ", "third ", "of", "ten", "one ", "twenty-five ", "q3 ", "h1", "2021",
    "1999-", "mid-",
]  # fmt: skip
FIGURE_TEXTS = st.lists(st.sampled_from(FIGURES), max_size=25).map("".join)


def spans(matches: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    """Where matches stand."""
    return [match.span() for match in matches]


@given(FIGURE_TEXTS)
def test_numerals_are_found_everywhere(text: str) -> None:
    """Looking only at digits, at Chinese numerals and at the words that multiply loses none of them."""
    folded = fold(text)
    assert spans(DIGITS.finditer(folded)) == spans(matches_at(DIGITS, folded, digit_places(folded)))
    assert spans(HANZI_RUN.finditer(folded)) == spans(matches_at(HANZI_RUN, folded, numeral_places(folded)))
    assert spans(STRETCH.finditer(folded)) == spans(matches_at(STRETCH, folded, stretch_places(folded)))
    assert spans(multiple_words().finditer(folded)) == spans(find_multiples(folded))


@given(FIGURE_TEXTS)
def test_marked_forms_are_found_everywhere(text: str) -> None:
    """Looking only around the mark of a form loses none: no form reaches farther in front of its mark than its row says."""
    folded = fold(text)
    for mark, reach, pattern in [*((mark, reach, pattern) for mark, reach, pattern, _ in WHOLE_FORMS), *MARKED]:
        assert spans(pattern.finditer(folded)) == spans(matches_before(pattern, folded, mark=mark, reach=reach))


@given(FIGURE_TEXTS)
def test_dates_are_found_everywhere(text: str) -> None:
    """Looking only at digits and at the words that open a date loses no place where one may begin."""
    folded = fold(text)
    for pattern, places in [
        (english_patterns.WORD_ANCHOR, english_patterns.OPENINGS.places(folded)),
        (english_patterns.DIGIT_ANCHOR, digit_starts(folded)),
        (numeric.ANCHOR, numeric.date_places(folded)),
        (years.SCAN, years.year_places(folded)),
        (references.chinese_parts(), references.part_places(folded)),
    ]:
        assert spans(pattern.finditer(folded)) == spans(matches_at(pattern, folded, places))


@given(FIGURE_TEXTS)
def test_number_words_are_found_everywhere(text: str) -> None:
    """Looking only where a number word begins loses none."""
    folded = fold(text)
    known = number_words.vocabulary()
    everywhere = [match.span() for match in number_words.WORD.finditer(folded) if match[0] in known]
    found = matches_at(number_words.WORD, folded, number_words.word_places(folded))
    assert everywhere == [match.span() for match in found if match[0] in known]
