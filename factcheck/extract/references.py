"""Numbers that name a place in a text or one of its kind: Table 3, Section 3.2, 图2.1, [4], State Route 99, 阿波罗11号. None counts anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.document import Span
from factcheck.extract.anchored import digit_starts, matches_at, matches_before
from factcheck.extract.masks import Identifier
from factcheck.extract.prepared import Prepared
from factcheck.lexicon import Token, page, units
from factcheck.pattern import lazy_pattern

# The number of a part: 3, 2.1, 3-1, 12a, "No. 5", 95/46/EC; with a scale, a share or a sign behind it is an amount, "page 3 million".
DOCKET = r"[0-9]{1,4}/[0-9]{2,4}(?:/[a-z]{2,4})?"
NUMBER = rf"(?:{DOCKET}|[0-9]{{1,4}}(?:[.–-][0-9]{{1,3}}){{0,4}}[a-z]?)(?![0-9a-z]|[.,/][0-9]|[ ]?%)"
BEHIND = lazy_pattern(rf"\.?[ ](?P<number>{NUMBER})(?![ ](?:percent|per[ ]cent|[a-z]*(?:illion|ousand|undred)|[kmb]n?\b))")
NEXT = lazy_pattern(rf"(?:,[ ]|,?[ ](?:and|or|to|&)[ ]|[ ]?[–-][ ]?)(?P<number>{NUMBER})")
SIGN = lazy_pattern(r"§{1,2}[ ]?(?P<number>[0-9]{1,4}(?:[.–-][0-9]{1,3}){0,4}[a-z]?)(?![0-9])")
# "a table 3 metres long", "on the page 3 of them": a part that is pointed at has no article
ARTICLE_BEFORE = lazy_pattern(r"(?:^|[^a-z])(?:a|an|the|this|that|each|every|per|one)[ ]\Z")
# growth[1], "growth [2,3].", "as shown [4–6]": digits alone in square brackets; an interval is announced: "CI [12, 34]"
NOTE = lazy_pattern(r"\[(?P<number>[0-9]{1,3}(?:[ ]?[,，–-][ ]?[0-9]{1,3}){0,9})\]")
INTERVAL_BEFORE = lazy_pattern(r"(?:ci|cis|interval|intervals|range|ranges|区间|范围|=|∈)[ :：为]{0,2}\Z")
# "… of success.:121,154": the pages of a note, as encyclopedias write them behind a stop
PAGES = lazy_pattern(r"(?<=[.,;。，；])[:：](?P<number>[0-9]{1,4}(?:[,–-][0-9]{1,4}){0,5})(?=[ \n]|\Z)")
# "## 1.2 Results", "3.1 总体要求"
HEADING = lazy_pattern(
    r"(?m:^)[ \t]{0,3}(?P<marks>\#{1,6}[ ]{1,2})?(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})\.?[ \t\u3000]{1,4}(?=\S)"
)
LONGEST_HEADING = 80
# 11号 in 阿波罗11号, 10号线; 三百来号人 are people, and 3号 alone was read as a day before
LABEL = lazy_pattern(r"(?<![0-9.,])(?P<number>[0-9]{1,4})[ ]?号(?![人码])")
# 神舟十二号, 长征五号: behind a name; 第十二号 counts, and 二十号 is a day behind a word that leads to one
LABEL_IN_CHARACTERS = lazy_pattern(
    r"(?<=[\u4e00-\u9fff])(?<![第月〇一二三四五六七八九十百千万几数从自到至在于是的了和与及他她我们这])"
    r"(?P<number>[一二三四五六七八九十]{1,3})号(?![人码])"
)
# the 99 freeway, a new 180 Freeway; "the 12 highway projects" are counted
ROAD = lazy_pattern(
    r"(?<![0-9.,$£€¥])(?P<number>[0-9]{1,3})[ ](?P<road>freeway|highway|expressway|motorway)(?![a-z]|[ ][a-z]+s(?![a-z]))"
)
# 第2003/88号指令, "Case 26/62", Decision 5/1999
NUMBERED_BY_YEAR = lazy_pattern(
    rf"(?:(?<=第)|(?<=第[ ])|(?<=\bcase[ ])|(?<=\bdecision[ ])|(?<=\bjudgment[ ])|(?<=\blaw[ ])|(?<=\bdecree[ ]))(?P<number>{DOCKET})(?![0-9/])"
)
ROAD_WORD = lazy_pattern("(?<=[0-9]) (?:freeway|highway|expressway|motorway)")
# 501(c)(3), 12(b)
CLAUSE = lazy_pattern(r"(?<![0-9.,$£€¥])(?P<number>[0-9]{1,4}\([a-z]\)(?:\([0-9a-z]{1,3}\)){0,3})")


def find_references(prepared: Prepared) -> Iterator[Identifier]:
    """The numbers that refer to something by its number, as identifiers."""
    folded = prepared.folded
    for token in prepared.of("numbered.part", "numbered.series"):
        yield from _behind_word(prepared, token)
    for mark, reach, name, pattern in PLAIN:
        for match in matches_before(pattern, folded, mark=mark, reach=reach):
            yield _identifier(match, name)
    for match in matches_at(chinese_parts(), folded, part_places(folded)):
        yield _identifier(match, "reference")
    for match in matches_before(ROAD, folded, mark=ROAD_WORD, reach=3):
        if folded.endswith("the ", 0, match.start()) or prepared.document.text[match.start("road")].isupper():
            yield _identifier(match, "reference")
    for match in NOTE.finditer(folded) if "[" in folded else ():
        if not INTERVAL_BEFORE.search(folded, max(0, match.start() - 12), match.start()):
            yield _identifier(match, "note")
    yield from _headings(prepared)


# 碳-14
ISOTOPE = lazy_pattern(r"(?<=[氢氦锂碳氮氧硫氯钾钙钴锶碘铯镭钍铀钚镅氚钋铅])[-－‑](?P<number>[0-9]{1,3})(?![0-9%]|[.,][0-9])")
# 三级甲等医院, 二级乙等; "Class 3A hospitals"
GRADE = lazy_pattern(r"(?P<number>[一二三四1-4]级[甲乙丙丁]等)")
CLASS = lazy_pattern(r"(?<=class[ ])(?P<number>[1-4][ab])(?![0-9a-z])")
# "experts of top three hospitals" are those of 三甲医院, machine-translated; "the top three hospitals" are the first of a ranking.
TRANSLATED_GRADE = lazy_pattern(
    r"(?<!the[ ])(?<!'s[ ])(?<!its[ ])(?<!our[ ])(?<!their[ ])(?P<number>top[ -]three)(?=[ ]hospitals?(?![a-z]))"
)
# A form with the mark that it is not without, and how far in front of the mark it can begin.
PLAIN = (
    (lazy_pattern("§"), 0, "reference", SIGN),
    (lazy_pattern("[:：](?=[0-9])"), 0, "note", PAGES),
    (lazy_pattern("/(?<=[0-9]/)(?=[0-9])"), 4, "reference", NUMBERED_BY_YEAR),
    (lazy_pattern("号(?<=[0-9 ]号)"), 5, "label", LABEL),
    (lazy_pattern("号(?<=[一二三四五六七八九十]号)"), 3, "label", LABEL_IN_CHARACTERS),
    (lazy_pattern(r"\((?<=[0-9]\()"), 4, "reference", CLAUSE),
    (lazy_pattern("[-－‑](?=[0-9])"), 0, "isotope", ISOTOPE),
    (lazy_pattern("级(?=[甲乙丙丁]等)"), 1, "grade", GRADE),
    (lazy_pattern("(?<=class )[1-4]"), 0, "grade", CLASS),
    (lazy_pattern("top[ -]three(?= hospital)"), 0, "grade", TRANSLATED_GRADE),
)


def _identifier(match: re.Match[str], name: str) -> Identifier:
    return Identifier(Span(match.start("number"), match.end("number")), name, match["number"])


def _behind_word(prepared: Prepared, token: Token) -> Iterator[Identifier]:
    """The numbers behind the word for a part, "Sections 3 and 4"; more than one only behind a plural."""
    folded, series = prepared.folded, token.has("numbered.series")
    match = BEHIND.match(folded, token.end)
    if match is None or _measured(prepared, match.end(), counted=series):
        return
    capital = prepared.document.text[token.start].isupper()
    if not capital and not series and ARTICLE_BEFORE.search(folded, max(0, token.start - 7), token.start):
        return
    yield _identifier(match, "reference")
    plural = not series and prepared.folded[token.start : token.end] in _plurals()
    while plural and (match := NEXT.match(folded, match.end())) is not None and not _measured(prepared, match.end(), counted=True):
        yield _identifier(match, "reference")


def _measured(prepared: Prepared, place: int, *, counted: bool) -> bool:
    """Whether a unit stands behind a number: "a table 3 metres long", with `counted` also "the phase 3 people"."""
    token = prepared.word_at(place + 1) if prepared.folded.startswith((" ", "-"), place) else None
    name = token.meaning("unit") if token is not None else None
    return name is not None and (counted or units()[name].kind != "count")


@cache
def _plurals() -> frozenset[str]:
    """The words for several parts, behind which several numbers may stand."""
    words = page("en.toml")["numbered"]["part"]
    return frozenset(word for word in words if word.endswith("s") or word == "pp")


@cache
def _chinese_words() -> tuple[str, ...]:
    """The Chinese words for a part, the longest first."""
    return tuple(sorted(page("zh.toml")["numbered"]["part"], key=len, reverse=True))


def part_places(folded: str) -> Iterator[int]:
    """Where a Chinese word for a part can begin that a number follows."""
    words = _chinese_words()
    for start in digit_starts(folded):
        end = start - 1 if folded[start - 1 : start] == " " else start
        if folded.endswith(words, 0, end):
            yield from range(max(0, end - len(words[0])), end)


@cache
def chinese_parts() -> re.Pattern[str]:
    """图3, 见表1-2, 附件3: behind no other character of a word (代表3人, 地图3张) but those that lead to a part."""
    return lazy_pattern(
        rf"(?:(?<![\u3400-\u9fffa-z0-9])|(?<=[见如据由从和及与在照附按以对即详为中]))(?:{'|'.join(_chinese_words())})[ ]?"
        r"(?P<number>[0-9]{1,3}(?:[.–—-][0-9]{1,3}){0,3}[a-z]?)(?![0-9a-z%]|[.,][0-9]|[ ]?[十百千万亿个张幅件名人年月日号元倍])"
    )


def _headings(prepared: Prepared) -> Iterator[Identifier]:
    """The numbers of headings. A line is one by its marks, or as a short line without a stop whose first word is no unit."""
    text = prepared.document.text
    for match in HEADING.finditer(prepared.folded) if "." in text else ():
        end = text.find("\n", match.end())
        line = text[match.end() : len(text) if end < 0 else end].rstrip()
        token = prepared.starting.get(match.end())
        if token is not None and (token.has("unit") or token.has("scale") or token.has("change")):
            continue
        titled = line[0].isupper() or line[0] >= "\u3400"
        short = len(line) <= LONGEST_HEADING and line[-1] not in ".。;；,，!！?？:：|" and "|" not in line
        if not NUMBER_WORD.match(line) and (match["marks"] or (titled and short)):
            yield _identifier(match, "heading")


NUMBER_WORD = lazy_pattern(r"(?i:[a-z]*(?:illion|ousand|undred)|percent|per cent|[十百千万亿])")
