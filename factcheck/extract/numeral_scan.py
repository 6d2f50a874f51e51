"""Where a text has numerals: digits, Chinese numerals and number words outside the places that are spoken for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from factcheck.document import Span
from factcheck.extract import digits, hanzi, multiples, number_words, numerals, spelled
from factcheck.extract.anchored import matches_at, matches_before
from factcheck.extract.beside import skip, unit_kind
from factcheck.extract.chains import chained
from factcheck.extract.fractions import find_fractions
from factcheck.extract.numerals import Numeral
from factcheck.extract.points import find_points
from factcheck.extract.prepared import Prepared
from factcheck.extract.signs import signed
from factcheck.extract.slashed import find_slashed
from factcheck.extract.spaced import find_spaced
from factcheck.extract.tens import find_tens
from factcheck.extract.whole_forms import find_whole_forms
from factcheck.lexicon import Token, units
from factcheck.pattern import lazy_pattern

# 半公斤, 半升; not the 半 of 一半, 大半, 两个半
HALF_UNIT = lazy_pattern(r"半(?<![一二两三四五六七八九十百千万亿0-9个多过大小前后上下强近参]半)(?=[^\W0-9a-z])")


def _halves(prepared: Prepared, idioms: bytearray) -> Iterator[Numeral]:
    """半公斤, 半英里: half of a unit that measures."""
    for match in HALF_UNIT.finditer(prepared.folded):
        token = prepared.word_at(match.end()) if not idioms[match.start()] else None
        if token is not None and any(word.kind == "unit" and units()[word.meaning].kind == "measure" for word in token.words):
            yield Numeral(Span(match.start(), match.end()), Decimal("0.5"), -1, "hanzi", hedge="about")


def find_numerals(prepared: Prepared, taken: bytearray, glued: Collection[int] = ()) -> list[Numeral]:
    """Every numeral of a document in reading order. `taken` marks the places of masks, dates, identifiers and damage."""
    covered = bytearray(taken)
    _cover_names(prepared, covered)
    found = list(_covering(covered, find_spaced(prepared.folded, covered)))
    found += list(_covering(covered, _free(find_fractions(prepared.folded), covered)))
    found += _covering(covered, find_slashed(prepared, covered))
    found += _covering(covered, _free(find_points(prepared.folded), covered))
    found += _covering(covered, _free(find_tens(prepared.folded), covered))
    found += _covering(covered, _free(_alone_in_cells(prepared), covered))
    for match in matches_before(digits.LISTED, prepared.folded, mark=digits.LIST_MARK, reach=digits.LIST_REACH):
        found += _covering(covered, _free(digits.read_list(match), covered))
    if digits.blank_grouped(prepared.folded):
        blanks = (digits.read_blanks(prepared.folded, match) for match in digits.BLANKS.finditer(prepared.folded))
        found += _covering(covered, _free(blanks, covered))
    if digits.comma_pointed(prepared.folded):
        pointed = (digits.read_comma_pointed(prepared.folded, match) for match in digits.POINTED.finditer(prepared.folded))
        found += _covering(covered, _free(pointed, covered))
    unit_starts = {token.start: token.end for token in prepared.of("unit")}
    found += _covering(covered, _digits(prepared, bytearray(covered), glued, unit_starts))
    idioms = _idioms(prepared)
    found += _covering(covered, _free(_halves(prepared, idioms), covered))
    found += _covering(covered, find_whole_forms(prepared.folded, covered))
    found += _covering(covered, _words(prepared, covered, idioms))
    found += _hanzi(prepared, covered, idioms, unit_starts)
    found.sort(key=lambda numeral: (numeral.span.start, -numeral.span.end))
    return [signed(prepared.folded, numeral) for numeral in chained(prepared, found)]


def _alone_in_cells(prepared: Prepared) -> Iterator[Numeral]:
    """The numbers that cells hold alone, with blanks between their thousands or a comma before their decimals: 1 204, 12,4."""
    for table in prepared.document.tables:
        found = [digits.ALONE.fullmatch(prepared.folded, cell.span.start, cell.span.end) for cell in table]
        commas = sum(match is not None and match["comma"] is not None for match in found)
        for match in filter(None, found):
            if match["comma"] is None or commas > 1:
                yield digits.read_alone(prepared.folded, match)


# a version, a model, a road; not "iPhone 15 million"
NAME_NUMBER = lazy_pattern(
    r"(?:[ -]|(?<=[\u4e00-\u9fff]))[0-9]{1,4}(?:[.-][0-9a-z]{1,6}){0,4}(?![0-9,.]*[0-9])"
    r"(?![ ]?(?:%|percent|per[ ]cent|[kmb]n?\b|[a-z]*(?:illion|ousand)|[十百千万亿多余]))"
)


def _cover_names(prepared: Prepared, covered: bytearray) -> None:
    """Leave the numbers of names unread: Python 3.12, Boeing 737-800; they become identifiers."""
    for token in prepared.of("numbered.product"):
        number = NAME_NUMBER.match(prepared.folded, token.end)
        if number is not None and not _counts(prepared, number.end()):
            covered[number.start() : number.end()] = b"\1" * (number.end() - number.start())


def _counts(prepared: Prepared, place: int) -> bool:
    """Whether a Chinese word that only counts stands behind a number: 波音20架飞机, not 波音747客机."""
    token = prepared.word_at(skip(prepared.folded, place))
    name = token.meaning("unit") if token is not None and not token.words[0].text.isascii() else None
    return name is not None and token is not None and (units()[name].classifier or token.end - token.start == 1)


def _covering(covered: bytearray, found: Iterable[Numeral]) -> Iterator[Numeral]:
    for numeral in found:
        covered[numeral.span.start : numeral.span.end] = b"\1" * len(numeral.span)
        yield numeral


def _free(found: Iterable[Numeral], covered: bytearray) -> Iterator[Numeral]:
    """The numerals that touch no place spoken for."""
    for numeral in found:
        if covered.find(1, numeral.span.start, numeral.span.end) < 0:
            yield numeral


def _digits(prepared: Prepared, taken: bytearray, glued: Collection[int], unit_starts: dict[int, int]) -> Iterator[Numeral]:
    folded = prepared.folded
    for match in matches_at(digits.DIGITS, folded, digits.digit_places(folded)):
        start = match.start()
        if match.end() - start > numerals.LONGEST:
            continue
        lettered = start and "a" <= folded[start - 1] <= "z" and start not in glued and not _glued(prepared, start)
        if lettered and (not match["sign"] or SCALED_BEFORE.search(folded, max(0, start - 4), start) is None):
            continue
        if not taken[match.start("sign") if match["sign"] else match.start()] and not taken[match.end() - 1]:
            yield _shared(folded, digits.read_digits(folded, match, unit_starts))


# the first end of 5k-20k and the one of 1-in-5, where the dash is no sign
SCALED_BEFORE = lazy_pattern(r"[0-9](?:[a-z]{1,3}|-in)\Z")


def _unit_outlasts(prepared: Prepared, reached: int, end: int) -> bool:
    """Whether the unit behind a numeral reaches beyond the phrase that it seems to open: 三公里 is no 三公, 十分钟 no 十分."""
    token = prepared.word_at(end)
    return token is not None and token.has("unit") and not token.has("not_number") and reached < token.end


def _hanzi(prepared: Prepared, covered: bytearray, idioms: bytearray, unit_starts: dict[int, int]) -> Iterator[Numeral]:
    folded = prepared.folded
    for match in matches_at(hanzi.HANZI_RUN, folded, hanzi.numeral_places(folded)):
        start, end, read = match.start("run"), match.end("run"), match
        if unit_starts.get(start, 0) > end:
            continue  # 千瓦, 百帕: a unit without a number
        numbered = bool(match["share"]) or _is_decimal(prepared, match)
        reached = idioms.find(0, start) if idioms[start] and not numbered else start
        if start < reached < end:  # 统一六国 is no sixteen: the phrase takes the 一, and the number begins behind it
            behind = hanzi.HANZI_RUN.match(folded, reached)
            assert behind is not None  # what is left of a run is one
            start, end, read = behind.start("run"), behind.end("run"), behind
        idiom = reached > start and not _unit_outlasts(prepared, reached, end)
        if covered[start] or covered[end - 1] or idiom:  # 之一 covers the 一 of 百分之一百
            continue
        numeral = hanzi.read_hanzi(folded, read, unit_starts)
        if numeral is not None:
            yield numeral


# 一点 is a little, but not in 一点五倍 and 一点二亿; 一点五分 may be a time of day
DECIMAL_UNITS = frozenset(["measure", "money", "multiple", "percent", "point"])


def _is_decimal(prepared: Prepared, match: re.Match[str]) -> bool:
    """Whether a scale or a unit behind a Chinese numeral shows the 点 in it to be a decimal point."""
    end = match.end("fraction")
    if end < 0:
        return False
    token = prepared.word_at(end)
    return (
        prepared.folded[end : end + 1] in ("万", "亿")
        or unit_kind(token) in DECIMAL_UNITS
        or prepared.folded.startswith("小时", end)
    )


def _words(prepared: Prepared, covered: bytearray, idioms: bytearray) -> Iterator[Numeral]:
    folded = prepared.folded
    for match in multiples.find_multiples(folded):
        if not covered[match.start()] and not idioms[match.start()]:
            yield multiples.read_multiple(match)

    def unit_at(place: int) -> str | None:
        return unit_kind(prepared.word_at(place))

    def barred(place: int) -> bool:
        idiom = idioms[place] and folded[place - 1 : place] != "-"  # thirty-one of the fifty, and no "one of"
        return bool(covered[place] or (idiom and not _counts_one(folded, place, unit_at)))

    yield from _articles(prepared, covered)
    for row in number_words.rows(folded, barred):
        yield from spelled.read_row(folded, row, unit_at)


ALONE = 20  # characters of a text that is nothing but a number

# "an hour and a half", "a minute and 30 seconds"; "a dollar" where a text says nothing else
ARTICLE = lazy_pattern(
    r"a(?<![a-z0-9-]a)n?[ ](?=(?P<unit>[a-z]+)(?P<more>[ ]and[ ](?:(?:an?[ ])?(?:half|quarter)\b|[0-9a-z]+[ ](?P<part>[a-z]+)))?)"
)


# "for a decade" and "the past decade" are ten years, as 十年 is; "once a decade" says how often, "scored a century" how many runs
ARTICLE_OF_YEARS = lazy_pattern(
    r"(?:(?<=the[ ])(?:past|last|next|previous|preceding|following|coming)"
    r"|a(?<![a-z0-9-]a)(?<!once[ ]a)(?<!twice[ ]a)(?<!times[ ]a)(?<!half[ ]a)(?<!of[ ]a)(?<!scored[ ]a)(?<!made[ ]a)(?<!hit[ ]a))"
    r"(?=[ ](?:decade|century|millennium)(?![a-z'’-]))"
)


def _articles(prepared: Prepared, covered: bytearray) -> Iterator[Numeral]:
    """The articles that count: one hour, to which a part is added behind, and one decade."""
    folded = prepared.folded
    for match in (
        ARTICLE_OF_YEARS.finditer(folded) if any(years in folded for years in (" decade", " century", " millennium")) else ()
    ):
        if not covered[match.start()]:
            yield Numeral(Span(match.start(), match.end()), Decimal(1), 0, "words")
    for match in ARTICLE.finditer(folded) if " and " in folded or len(folded) <= ALONE else ():
        alone = len(folded) <= ALONE and not (folded[: match.start()] + folded[match.end("unit") :]).strip(" .")
        if not (match["more"] or alone) or covered[match.start()]:
            continue
        token = prepared.word_at(match.start("unit"))
        kind = unit_kind(token)
        if alone and match["unit"] == "grand":
            yield Numeral(Span(match.start(), match.end("unit")), Decimal(1000), 3, "words", scaled=True)
        elif (
            kind not in ("measure", "duration", "money")
            or (kind == "money" and not alone and match["part"] is not None)
            or (match["part"] and not _goes_into(token, prepared.word_at(match.start("part"))))
        ):
            continue
        else:
            yield Numeral(Span(match.start(), match.end() - 1), Decimal(1), 0, "words")


def _goes_into(large: Token | None, small: Token | None) -> bool:
    """Whether one unit is the larger of two of one dimension: the hour in front of minutes."""
    names = [token.meaning("unit") if token is not None else None for token in (large, small)]
    known = [units()[name] for name in names if name is not None]
    return len(known) == 2 and known[0].dimension == known[1].dimension and Fraction(known[0].factor) > Fraction(known[1].factor)


def _counts_one(folded: str, place: int, unit_at: Callable[[int], str | None]) -> bool:
    """Whether a "one" that could be a pronoun counts: "the one hundredth", "that one mile"."""
    if not folded.startswith("one ", place):
        return False
    behind = number_words.WORD.match(folded, place + 4)
    return behind is not None and (behind[0] in numerals.words()["en"]["bare"] or unit_at(place + 4) == "measure")


def _glued(prepared: Prepared, place: int) -> bool:
    """Whether the letters in front of a number are a word of their own: "more than130,000", "RMB100", but not "A380"."""
    token = prepared.ending.get(place)
    if token is None or (token.has("join.filler") and token.end - token.start == 1):
        return False  # the a of A380 is no article
    return not token.kinds.isdisjoint(("hedge", "change", "join", "unit"))


def _shared(folded: str, numeral: Numeral) -> Numeral:
    """百分之 in front of digits: 百分之30, 千分之2.4."""
    start = numeral.span.start
    share = SHARE_BEFORE.search(folded, max(0, start - 5), start) if folded[start - 1 : start] == "之" else None
    if share is None:
        return numeral
    return hanzi.in_percent(replace(numeral, span=Span(share.start(), numeral.span.end)), share[0])


SHARE_BEFORE = lazy_pattern(r"(?:十(?=[万亿]))?[百千万佰仟]?[百千万亿佰仟]分之\Z")


def _behind_money(prepared: Prepared, place: int) -> bool:
    """Whether a sum of money ends at a place."""
    token = prepared.ending.get(place)
    return token is not None and any(word.kind == "unit" and units()[word.meaning].kind == "money" for word in token.words)


# 两小时十分, but 工作八小时十分辛苦
MINUTES_BEHIND = lazy_pattern(r"[^\u3400-\u9fff]|\Z|[钟后前内左右多的]")


def _is_minutes(prepared: Prepared, token: Token) -> bool:
    """Whether a 十分, "very", is ten minutes behind an hour."""
    if token.words[0].text != "十分" or MINUTES_BEHIND.match(prepared.folded, token.end) is None:
        return False
    before = prepared.ending.get(token.start)
    return before is not None and before.meaning("unit") == "hour"


def _idioms(prepared: Prepared) -> bytearray:
    """Where a word that is no number covers number characters: 一些, 统一, 百度, "one of"."""
    covered = bytearray(len(prepared.folded) + 1)
    for token in prepared.of("not_number", "entity"):
        if token.has("not_number") and (_behind_money(prepared, token.start) or _is_minutes(prepared, token)):
            continue  # 五元三角 is no triangle
        if token.has("not_number") or not token.has("unit"):
            covered[token.start : token.end] = b"\1" * (token.end - token.start)
    return covered
