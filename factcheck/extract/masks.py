"""Masks and identifiers: digits that state no quantity, each under the name of what it is, so that no digit is lost silently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.document import Mask, Span
from factcheck.extract.anchored import digit_runs, matches_at
from factcheck.lexicon import currencies
from factcheck.pattern import lazy_pattern

MASKS = lazy_pattern(
    r"""
      (?P<link>(?:https?|ftp)://[^\s<>"'”）)】」，。；]+ | \bwww\.[^\s<>"'，。；]+)      # https://example.org/2021/08
    | (?P<email>(?<![a-z0-9._+-])[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9-]+(?:\.[a-z0-9-]+)+)   # news24@example.org (RFC 5321: 64)
    | (?P<tag><(?:[a-z/!][^<>]{0,2000})>)                                              # <input id="40y0o">
    | (?P<entity>&\#?[a-z0-9]{1,8};)                                                   # &#8217;
    | (?P<code>`[^\s`](?:[^`\n]{0,200}[^\s`])?`)                                                        # `port = 65438`
    """,
    re.VERBOSE,
)

STANDARDS = ("gb", "gb/t", "iso", "iec", "iso/iec", "din", "ansi", "ieee", "astm", "en", "lb/t", "rfc")
IDENTIFIERS = lazy_pattern(
    r"""
      (?P<standard>\b(?:"""
    + "|".join(STANDARDS)
    + r""")[ -]?[0-9]{2,6}(?:[-.:–][0-9]+)*\b)   # GB/T 15835-2011
    | (?P<isbn>\bis[bs]n[ :：]*[0-9x-]{8,17})                                           # ISBN 978-7-5066-6497-4
    | (?P<address>\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b)                                    # 192.168.10.4
    | (?P<version>(?<![0-9.])v?[0-9]{1,4}(?:\.[0-9]{1,4}){2,}(?![0-9]|,[0-9]{1,2}(?![0-9])))    # 1.5.3
    | (?P<edition>(?<![0-9.])[0-9]{1,3}\.[0-9]{1,2}(?=[ ]?版(?:本|(?![面权块图税次税]))))       # 3.0版本
    | (?P<hotline>(?:(?<=[拨致][打电])|(?<=[拨致][打电][ ]))[0-9]{3,6}(?![0-9.,-])|(?<![0-9.,])[0-9]{3,5}(?=[ ]?(?:热线|服务热线|报警|急救|晚会|大促))
        |(?:(?<=双)|(?<=双[ ]))1[12](?![0-9.,月年]|[ ][月年]))                                                    # 拨打120, 12345热线, 双11
    | (?P<phone>(?<![0-9])\+[0-9]{1,3}(?:[ -][0-9]{1,4}){2,5}(?![0-9]))                 # +86 10 8888 0000
    | (?P<local>(?<=[(])[0-9]{3}\)[ ]?[0-9]{3}-[0-9]{4}(?![0-9])
        | (?<![0-9.,$€£¥-])0[0-9]{2,3}-[0-9]{7,8}(?![0-9-])
        | (?<![0-9.,$€£¥-])0[0-9]{2,4}(?:[ ][0-9]{3,4}){2}(?![0-9]))                      # (212) 555-0147, 010-62345678, 020 7946 0958
    | (?P<ticker>(?<![0-9a-z.,])[0-9]{4,6}\.(?:s[hzs]|hk|two?|bj|k[sq]|t)(?![a-z0-9])
        | (?<=[\u4e00-\u9fff][（(])(?:00|30|60|68)[0-9]{4}(?=[)）])
        | (?:(?<=[票券金]代码)|(?<=[票券金]代码[ 为是:：]))[0-9]{4,6}(?![0-9.,]))          # 600519.SH, 0700.hk, 某某股份（600519）
    | (?P<chain>(?<![0-9.,])[0-9]+(?:-[0-9]+){2,}(?![0-9]))                             # 2-4-5, 400-820-8820
    | (?P<clockwork>(?<![0-9.,])(?:7[×x*]24|24[×x*]7|24/7|[0-9][×x][0-9](?![0-9.]))(?:[×x][0-9]{1,3})?)   # 7×24, 4×4
    | (?P<licence>(?<=[备证字])[0-9]{5,}(?:号(?:-[0-9]{1,3})?)?)                        # 粤ICP备12345678号-1
    | (?P<code>(?:(?<=邮编)|(?<=邮编[:：])|(?<=邮政编码)|(?<=邮政编码[:：])|(?<=代码[:：])|(?<=代号[:：])|(?<=编号)|(?<=编号[:：])
        |(?<=\bpostcode[ ])|(?<=\bzip[ ])|(?<=\bzip[ ]code[ ])|(?<=\bpo[ ]box[ ]))[0-9]{4,10}(?![0-9.,]?[0-9]))   # 邮编215000, zip code 94103
    | (?P<serial>(?<![0-9.,])(?<![ ][-−])(?<!\A[-−])[0-9]{11,}(?![0-9.,]))                                     # 44030502002758
    | (?P<named>(?<![a-z0-9])(?!(?<=[0-9]-)in-)[a-z][a-z]{0,14}-?[0-9][0-9a-z]*(?:-[0-9a-z]+)*(?![0-9,.][0-9]))   # COVID-19, iPhone15, A380, lzxx12580
    | (?P<lettered>(?<![0-9a-z.,$])[0-9]{1,4}(?:[a-z][0-9a-z]*[0-9][0-9a-z]*|[dghp](?![a-z0-9])
        | (?<=[248])(?<![0-9][248])k(?![a-z0-9])))                                     # 40y0o, 5G, 3D, 4K, 1080p
    | (?P<coordinate>[0-9]{1,3}°[0-9]{1,2}[′'](?:[0-9]{1,2}(?:\.[0-9]+)?[″"])?)         # 109°36′50″
    """,
    re.VERBOSE,
)

ENUMERATORS = lazy_pattern(
    r"""
      (?m:^)[ \t>*#•-]{0,8}(?P<line>[0-9]{1,2})(?:、|[.．](?![0-9])|[)）])              # 1、 Opening
    | (?m:^)[ \t#]{0,8}[（(](?P<bracketed>[0-9]{1,2})[)）]                              # (1) Scope
    | (?m:^)(?![ \t]{0,6}[-−][0-9]{1,3}[ \t]{0,6}(?:[\r\n]|\Z))                      # but -5 is a number
      [ \t/—–-]{0,6}(?P<alone>[0-9](?:[ ]?[0-9]){0,2})[ \t/—–-]{0,6}(?=[\r\n]|\Z)   # a section number on a line of its own: 01, / 0 1 /
    | (?<=[；;：:。])(?<![0-9][：:])[ ]?(?P<inline>[1-9][0-9]?)(?:、(?![0-9]{1,4}(?:、|[ ]?[和及与]))|[.．](?![0-9]))   # 1.…；2.…; not 四个：11、13、17
    """,
    re.VERBOSE,
)
MASK_MARK = lazy_pattern(r"@|:(?=//)|w(?=ww\.)|<|&|`")  # no mask is without one of these
ADDRESS_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._+-")
LONGEST_NAME = 64
LIST_MARK = lazy_pattern(r"[\n；;：:。]")  # list numbers stand behind these, and at the start of a text
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
LEADING = LETTERS | {"/"}
LONGEST_LEAD = 15  # letters of a name before its digits
DEGREE = lazy_pattern("°")
ISBN = lazy_pattern(r"is[bs]n")
TITLE = lazy_pattern(r"《([^《》\n]{1,60})》")
GRAMS_OR_HOURS = lazy_pattern(
    r"[0-9]{2,4}g|[0-9]{1,3}h(?:[0-9]{1,2}m)?"
)  # a network or a resolution has one digit or a capital letter
TENS = lazy_pattern(r"(?:mid|low|high|late|early)-[2-9]0s")  # the mid-20s
NAMED_UNITS = frozenset(["q", "h", "fy", "cy", "rs", "rmb", "us", "hk", "nt", "r", "rm", "rp"])  # and the codes of currencies


@dataclass(frozen=True, slots=True)
class Identifier:
    """A name with digits in it: which kind of name, and the characters that make it."""

    span: Span
    name: str
    label: str


def find_masks(folded: str) -> list[Mask]:
    """Links, addresses, tags, entities and code in running text."""
    return [
        Mask(Span(match.start(), match.end()), match.lastgroup or "code")
        for match in matches_at(MASKS, folded, _mask_places(folded))
    ]


def _mask_places(folded: str) -> list[int]:
    """Where a mask can begin: an address before its @, a link before its ://, all others at their first character."""
    places: list[int] = []
    for mark in MASK_MARK.finditer(folded):
        place = mark.start()
        if mark[0] == ":":
            places += range(max(0, place - len("https")), place - len("ft"))
        elif mark[0] == "@":
            floor = max(0, place - LONGEST_NAME)
            while place > floor and folded[place - 1] in ADDRESS_NAME:
                place -= 1
            places.append(place)
        else:
            places.append(place)
    return sorted(places)


def find_identifiers(folded: str, words_ending: set[int]) -> Iterator[Identifier]:
    """Codes, versions, phone and licence numbers, list numbers, model names.

    `words_ending` holds where a hedge or a verb ends: "more than130,000" is a figure glued to a word, not a name.
    """
    for match in matches_at(ENUMERATORS, folded, (0, *(mark.end() for mark in LIST_MARK.finditer(folded)))):
        group = match.lastgroup or "line"
        yield Identifier(Span(match.start(group), match.end(group)), "enumerator", match[group])
    for match in matches_at(IDENTIFIERS, folded, _identifier_places(folded)):
        name = match.lastgroup or "named"
        if name == "named" and not _is_name(match[0], match.start(), words_ending):
            continue
        label = match[0].replace("×", "x") if name == "clockwork" else match[0]
        yield Identifier(Span(match.start(), match.end()), name, label)
    yield from _titles(folded)


def _identifier_places(folded: str) -> list[int]:
    """Where an identifier can begin: at digits, at the plus or the words in front of them, a coordinate also inside digits."""
    places: set[int] = set()
    for start, _end in digit_runs(folded):
        begin = start
        if begin and folded[begin - 1] == " " and not folded.endswith(STANDARDS, 0, begin - 1):
            places.add(start)
            continue
        if begin and folded[begin - 1] in " +-":
            begin -= 1
        floor = max(0, begin - LONGEST_LEAD)
        while begin > floor and folded[begin - 1] in LEADING:
            begin -= 1
        # Nothing but a version (v1.5.3) begins inside a word.
        places.update(place for place in range(begin, start - 1) if not place or folded[place - 1] not in LETTERS)
        places.update((max(0, start - 1), start))
    if "°" in folded:
        places.update(place for sign in DEGREE.finditer(folded) for place in range(max(0, sign.start() - 3), sign.start()))
    if "isbn" in folded or "issn" in folded:
        places.update(match.start() for match in ISBN.finditer(folded))
    return sorted(places)


def _is_name(text: str, start: int, words_ending: set[int]) -> bool:
    if TENS.fullmatch(text):
        return False
    letters = re.match(r"[a-z]+", text)
    assert letters is not None
    if letters[0] in NAMED_UNITS or (len(letters[0]) == 3 and letters[0].upper() in currencies()):
        return False
    return start + letters.end() not in words_ending


def is_quantity(name: str, text: str) -> bool:
    """Whether what looks like a name is an amount as the text writes it: 250g of flour is no 5G, 24h no 3D."""
    return name == "lettered" and GRAMS_OR_HOURS.fullmatch(text) is not None


def _titles(folded: str) -> Iterator[Identifier]:
    """A title in 《》 with a number that is no year is a name, there and wherever it is repeated: 《新知100问》."""
    names = {
        match[1]
        for match in TITLE.finditer(folded)
        if re.search(r"[0-9]", match[1]) and not re.search(r"(?:19|20)[0-9]{2}", match[1])
    }
    for name in sorted(names):
        digits = re.search(r"[0-9]+", name)
        assert digits is not None
        for match in re.finditer(re.escape(name), folded):
            yield Identifier(Span(match.start() + digits.start(), match.start() + digits.end()), "title", name)
