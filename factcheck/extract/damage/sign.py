"""Signs lost beside a number: exponents and degree signs flattened into the line, signs read in the wrong encoding.

`2.23 × 1019` is 2.23 × 10¹⁹, `9oC` is 9 °C; `??27,800` can be read all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.document import Span
from factcheck.extract.damage.damaged import Damaged
from factcheck.extract.damage.words import CELSIUS, Around, Page, behind, damaged_number, one_of, scaled, shown, words
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

EXPONENT = "lost-superscript"
MOJIBAKE = "mojibake"
REACH = 60
SHORTEST_NOUN = 3  # "106 m" counts metres, "106 tall m" nothing
SIZES = frozenset(["mm", "cm", "m", "inch", "foot"])  # what the sides of a thing are given in


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    powers = one_of(words()["counted_in_powers"])
    nouns = one_of(word for word in words()["counted_in_powers"] if len(word) > SHORTEST_NOUN)
    return {
        "exponent": lazy_pattern(
            rf"""
              (?<![\d.])(?P<mantissa>\d{{1,3}}(?:\.\d+)?)[ ]?(?P<sign>[×x])[ ]?
              10(?P<power>[−–-]?\d{{1,2}})(?![\d,]?\d|[ ]?[×x%:]|\.\d)                              # 2.23 × 1019
            | (?<![\d.,×x])10(?P<minus>−\d{{1,2}}|[-–][1-9](?=[ ](?:{powers})\b))(?!\d|\.\d)       # 10−5 mbar
            | (?<![\d.,-])10(?P<low>\d{{1,2}})(?:[–-]|[ ]to[ ])10(?P<high>\d{{1,2}})(?!\d)(?:(?=[ ](?:{powers})\b)|(?<=109[–-]1010))  # 109–1010 kg
            | (?<![\d.,])(?P<flat>[1-9]\d?)0c\b                                                    # 300C: 30 °C
            | (?<![\d.,a-z])(?P<round>\d{{1,4}}(?:\.\d)?)[ ]?
              o(?:[ ]?c\b|(?=[/–-][-−]?\d{{1,2}}[ ]?oc\b))                                             # 9oC, -16o/-14oC
            | (?<![\d.,a-z])(?P<angle>\d{{1,3}}(?:\.\d+)?)o(?![\w])                                    # an angle of 45o
            """,
            re.VERBOSE,
        ),
        # 106 cells; 106 tumour cells; 106/ml; 106 per well
        "counted": lazy_pattern(
            rf"[ ]?(?:{powers})(?![a-z])|[ ](?:[a-z-]+[ ]){{1,2}}(?:{nouns})(?![a-z])|[ ]?(?:/[ ]?|per[ ])(?:{one_of(words()['dosed'])})(?![a-z])",
            re.VERBOSE,
        ),
        "turned": lazy_pattern(
            rf"\b(?:{one_of(words()['turned'])})[ ](?:(?:of|by|to|at|about|through|than|is|was|over)[ ])*\Z", re.VERBOSE
        ),
        "spoilt": lazy_pattern(
            r"""
              (?P<marked>(?<=\?\?)\d[\d,]*(?:\.\d+)?)                                     # ??27,800
            | (?:(?<=\?\?about[ ])|(?<=\?\?[ ]about[ ]))(?P<about>\d[\d,]*(?:\.\d+)?)      # ??about 27,800
            | (?<![\d.,])(?P<groups>\d{1,3}(?:(?:â€¯|â\x80¯|Â[ \xa0]?)\d{3})+)(?!\d)     # 1â€¯200, 1Â 200
            """,
            re.VERBOSE,
        ),
    }


def find_lost_superscripts(page: Page) -> Iterator[Damaged]:
    """Powers of ten and degree signs that were flattened into the line."""
    folded = page.folded
    for match in page.matches(_patterns()["exponent"]):
        number = Span(match.start(), match.end())
        if match["mantissa"]:
            if not _is_power(folded, match):
                continue
            power = match["power"].replace("−", "-").replace("–", "-")
            around = behind(folded, number.end)
            values = [
                (
                    scaled(match["mantissa"], int(power)),
                    say("10{raised} is 10 to the power of {power}", raised=match["power"], power=power),
                ),
                (_face(match), say("as it stands")),
            ]
        elif match["minus"]:
            around, power = behind(folded, number.end), match["minus"][1:]
            values = [(scaled("1", -int(power)), say("10 to the power of −{power}", power=power))]
        elif match["low"]:
            if int(match["high"]) <= int(match["low"]):
                continue
            around = behind(folded, number.end)
            values = [
                (scaled("1", int(match["low"])), say("10 to the power of {low} to {high}", low=match["low"], high=match["high"]))
            ]
        elif match["angle"]:
            if not _patterns()["turned"].search(folded, max(0, number.start - REACH), number.start):
                continue
            around = Around(number.end, 0, number.end, "degree", "measure")
            values = [(scaled(match["angle"], 0), say("the degree sign was flattened into the line"))]
        elif match["round"] or _is_weather(folded, number):
            around, number = Around(number.end, 0, number.end, CELSIUS, "measure"), _signed(page, number)
            value = scaled(match["round"] or match["flat"], 0)
            values = [(-value if number.start < match.start() else value, say("the degree sign was flattened into the line"))]
        else:
            continue
        yield damaged_number(folded, EXPONENT, number=number, values=values, around=around)


def _signed(page: Page, number: Span) -> Span:
    return (
        Span(number.start - 1, number.end)
        if page.sign_before(number.start) or page.folded[max(0, number.start - 2) : number.start] == "/-"
        else number
    )


def _face(match: re.Match[str]) -> Decimal:
    power = match["power"]
    if power[0] in "−–-":
        return scaled(match["mantissa"], 1)
    return scaled(match["mantissa"], 0) * scaled(f"10{power}", 0)


def _is_power(folded: str, match: re.Match[str]) -> bool:
    """4 x 100 m is a race and 3 x 105 mm a size: without a minus, a decimal before × or something counted in powers must tell."""
    power = match["power"]
    if power[0] in "−–-":
        return True
    if power[0] == "0":
        return False
    counted = _patterns()["counted"].match(folded, match.end()) is not None
    return counted or ("." in match["mantissa"] and behind(folded, match.end()).unit not in SIZES)


def _is_weather(folded: str, span: Span) -> bool:
    """In July it reaches 300C, cells are kept at 370C: of the weather or of a laboratory, and not of an oven."""
    nearby = set(re.findall(r"[a-z]+|[\u4e00-\u9fff]{2}", folded[max(0, span.start - REACH) : span.end + REACH]))
    if span.end - span.start == len("370c") and nearby & set(words()["laboratory"]):
        return True
    return bool(nearby & set(words()["weather"])) and not nearby & set(words()["heated"])


def find_spoilt_signs(page: Page) -> Iterator[Damaged]:
    """Signs read in the wrong encoding beside a number that is readable all the same."""
    folded = page.folded
    if not any(trace in folded for trace in ("??", "â", "Â")):
        return
    for match in page.matches(_patterns()["spoilt"]):
        number = Span(match.start(), match.end())
        around = behind(folded, match.end())
        text = re.sub(r"[^\d.]", "", match[0])
        value = scaled(text, around.power)
        number = Span(match.start(), around.scale_end)
        if match["groups"]:
            values = [(value, say("a narrow blank between the groups was read in the wrong encoding: {value}", value=shown(value)))]
            yield damaged_number(folded, MOJIBAKE, number=number, values=values, around=around)
        else:
            found = damaged_number(
                folded,
                MOJIBAKE,
                number=number,
                values=[(value, say("?? stands for a lost blank: {value}", value=shown(value)))],
                around=around,
                replaces=False,
            )
            start = folded.rindex("??", 0, match.start())
            yield Damaged(
                Span(start, found.span.end), number, MOJIBAKE, found.kind, found.readings, replaces=False, hedge=found.hedge
            )
