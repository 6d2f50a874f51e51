"""Masks and identifiers: digits that state no quantity, each under the name of what it is, so that no digit is lost silently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.document import Mask, Span

MASKS = re.compile(
    r"""
      (?P<link>(?:https?|ftp)://[^\s<>"'”）)】」，。；]+ | \bwww\.[^\s<>"'，。；]+)      # https://example.org/2021/08
    | (?P<email>(?<![a-z0-9._+-])[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9-]+(?:\.[a-z0-9-]+)+)   # news24@example.org (RFC 5321: 64)
    | (?P<tag><(?:[a-z/!][^<>]{0,2000})>)                                              # <input id="40y0o">
    | (?P<entity>&\#?[a-z0-9]{1,8};)                                                   # &#8217;
    | (?P<code>`[^\s`](?:[^`\n]{0,200}[^\s`])?`)                                                        # `port = 65438`
    """,
    re.VERBOSE,
)

IDENTIFIERS = re.compile(
    r"""
      (?P<standard>\b(?:gb|gb/t|iso|iec|iso/iec|din|ansi|ieee|astm|en|lb/t|rfc)[ -]?[0-9]{2,6}(?:[-.:–][0-9]+)*\b)   # GB/T 15835-2011
    | (?P<isbn>\bis[bs]n[ :：]*[0-9x-]{8,17})                                           # ISBN 978-7-5066-6497-4
    | (?P<address>\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b)                                    # 192.168.10.4
    | (?P<version>(?<![0-9.])v?[0-9]{1,4}(?:\.[0-9]{1,4}){2,}(?![0-9]))                 # 1.5.3
    | (?P<phone>(?<![0-9])\+[0-9]{1,3}(?:[ -][0-9]{1,4}){2,5}(?![0-9]))                 # +86 10 8888 0000
    | (?P<chain>(?<![0-9.,])[0-9]+(?:-[0-9]+){2,}(?![0-9]))                             # 2-4-5, 400-820-8820
    | (?P<clockwork>(?<![0-9.,])(?:7[×x*]24|24[×x*]7|24/7|[0-9][×x][0-9](?![0-9.]))(?:[×x][0-9]{1,3})?)   # 7×24, 4×4
    | (?P<serial>(?<![0-9.,])[0-9]{11,}(?![0-9.,]))                                     # 44030502002758
    | (?P<named>(?<![a-z0-9])[a-z][a-z]{0,14}-?[0-9][0-9a-z]*(?:-[0-9a-z]+)*(?![0-9,.][0-9]))   # COVID-19, iPhone15, A380, lzxx12580
    | (?P<lettered>(?<![0-9a-z.,$])[0-9]{1,4}(?:[a-z][0-9a-z]*[0-9][0-9a-z]*|[dgkhp](?![a-z0-9]))) # 40y0o, 5G, 3D, 4K, 1080p
    | (?P<coordinate>[0-9]{1,3}°[0-9]{1,2}[′'](?:[0-9]{1,2}(?:\.[0-9]+)?[″"])?)         # 109°36′50″
    """,
    re.VERBOSE,
)

ENUMERATORS = re.compile(
    r"""
      (?m:^)[ \t>*#•-]{0,8}(?P<line>[0-9]{1,2})(?:、|[.．](?![0-9])|[)）])              # 1、 Opening
    | (?m:^)[ \t#]{0,8}[（(](?P<bracketed>[0-9]{1,2})[)）]                              # (1) Scope
    | (?m:^)[ \t/—–-]{0,6}(?P<alone>[0-9](?:[ ]?[0-9]){0,2})[ \t/—–-]{0,6}(?=[\r\n]|\Z)   # a section number on a line of its own: 01, / 0 1 /
    | (?<=[；;：:。])[ ]?(?P<inline>[1-9][0-9]?)(?:、|[.．](?![0-9]))                    # 1.…；2.…
    """,
    re.VERBOSE,
)
TITLE = re.compile(r"《([^《》\n]{1,60})》")
NAMED_UNITS = frozenset(["q", "h", "fy", "cy", "rs", "rmb", "us", "hk", "nt", "cny", "usd", "hkd", "eur", "gbp", "inr", "r"])


@dataclass(frozen=True, slots=True)
class Identifier:
    """A name with digits in it: which kind of name, and the characters that make it."""

    span: Span
    name: str
    label: str


def find_masks(folded: str) -> list[Mask]:
    """Links, addresses, tags, entities and code in running text."""
    return [Mask(Span(match.start(), match.end()), match.lastgroup or "code") for match in MASKS.finditer(folded)]


def find_identifiers(folded: str, words_ending: set[int]) -> Iterator[Identifier]:
    """Codes, versions, phone and licence numbers, list numbers, model names.

    `words_ending` holds where a hedge or a verb ends: "more than130,000" is a figure glued to a word, not a name.
    """
    for match in ENUMERATORS.finditer(folded):
        group = match.lastgroup or "line"
        yield Identifier(Span(match.start(group), match.end(group)), "enumerator", match[group])
    for match in IDENTIFIERS.finditer(folded):
        name = match.lastgroup or "named"
        if name == "named" and not _is_name(match[0], match.start(), words_ending):
            continue
        label = match[0].replace("×", "x") if name == "clockwork" else match[0]
        yield Identifier(Span(match.start(), match.end()), name, label)
    yield from _titles(folded)


def _is_name(text: str, start: int, words_ending: set[int]) -> bool:
    letters = re.match(r"[a-z]+", text)
    assert letters is not None
    if letters[0] in NAMED_UNITS:
        return False
    return start + letters.end() not in words_ending


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
