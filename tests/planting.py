"""Damage planted in sound text: each rule does to one figure what a rewriting program, a scan or a typist does to it.

The figures are those that the program reads in the sound text, so that what a planted one must be read as is known.
"""

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import factcheck
from factcheck.mention import Mention

MONTHS = {"January": "65438+1October", "November": "165438+1October", "December": "65438+February"}
MONTH = re.compile(r"January|November|December")
SCALED = re.compile(r"1(?P<rest>\d{0,2}(?:\.\d+)?)(?P<scale>[亿億萬万]|[ ](?:million|billion))")
PLAIN = re.compile(r"[0-9][\x20-\x7e]*|[0-9][0-9.,年月日号時时万亿萬億]*")
SENTENCE = re.compile(r"[^。！？\n]*?(?:[。！？\n]|[.](?=[ ][A-Z])|\Z)")


class Planted(NamedTuple):
    """A text with one damaged figure: by which rule, where, and what the figure said."""

    rule: str
    text: str
    start: int
    end: int
    value: str


def _replaced(pattern: str, by: str, *, count: int = 1) -> Callable[[str, str], str | None]:
    def rule(number: str, before: str) -> str | None:
        damaged = re.sub(pattern, by, number, count=count)
        return damaged if damaged != number else None

    return rule


def _chinese(before: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in before)


def _token(number: str, before: str) -> str | None:
    token = "65438+0" if _chinese(before) else "65,438+0"
    return number.replace("1", token, 1) if "1" in number else None


def _scaled(number: str, before: str) -> str | None:
    """13.64亿 is 6543.8+03.64亿: both sides of the plus were divided by ten."""
    match = SCALED.fullmatch(number)
    if match is None or "." not in match["rest"][1:] or match["scale"].strip() in ("万", "萬", "million"):
        return None
    return f"6543.8+0{match['rest']}{match['scale']}"


def _month(number: str, before: str) -> str | None:
    if "10月" in number:
        return number.replace("10月", "65438+00月", 1)
    match = MONTH.search(number)
    return number.replace(match[0], MONTHS[match[0]], 1) if match is not None and not _chinese(before) else None


def _split(number: str, before: str) -> str | None:
    """A blank before a 1 in a percent, or a measured figure: 1 1%."""
    return re.sub(r"(?<=\d)1", " 1", number, count=1) if re.fullmatch(r"\d{1,2}1(?:\.\d+)?", number) else None


def _glued(number: str, before: str) -> str | None:
    return number if re.search(r"\b(?:of|by|than|to|about|reached) \Z", before) and re.fullmatch(r"1\d[\d,.]*", number) else None


# rule, kinds of figures, what it does to the digits of one, given the text before it
FIGURES = ("money", "count", "percent", "measure")
RULES = (
    ("token", FIGURES, _token),
    ("every 1 a token", FIGURES, _replaced("1", "65438+0", count=0)),
    ("token, scaled", ("money", "count"), _scaled),
    ("placeholder", FIGURES, _replaced("1", "/kloc-0/")),
    ("token in a date", ("date",), _replaced(r"1(?=\d?[日号])|1(?=\d?月)", "65438+0")),
    ("token for a month", ("date",), _month),
    ("blank before a 1", ("percent",), _split),
    ("blank in a year", ("period",), _replaced(r"\A((?:19|20)(?=1\d)|(?:1[89]\d|20[0-2])(?=1))(\d+)(?=年\Z|\Z)", r"\1 \2")),
    ("blank behind a comma", ("money", "measure"), _replaced(r"(?<=\d),(?=\d{3})", ", ")),
    ("glued", ("count", "percent", "money"), _glued),
    ("year infix", ("date",), _replaced(r"\A20([12])(\d)年(?=.*月)", r"200\1\2年")),
    ("letter", ("money",), _replaced(r"\A1(?=,\d{3})", "l")),
)


def passages(text: str) -> Iterator[str]:
    """The sentences of a text that have figures, each with those behind it to a length of 120."""
    whole = ""
    for match in SENTENCE.finditer(text):
        whole += match[0]
        if len(whole) > 120 and any(character.isdigit() for character in whole):
            yield whole.strip(" ")
            whole = ""
    if whole:
        yield whole.strip(" ")


def planted(passage: str, *, chance: random.Random) -> Planted | None:
    """The passage with one of its figures damaged by a rule that fits it; None where none fits."""
    mentions = [mention for mention in factcheck.extract(passage) if mention.damage is None and _plain(mention)]
    choices = [(name, rule, mention) for name, kinds, rule in RULES for mention in mentions if mention.kind in kinds]
    by_rule: dict[str, list[tuple[Mention, str]]] = {}
    for name, rule, mention in choices:
        before = passage[: mention.number.start]
        made = rule(mention.number_text, before[-40:] if before else passage[:40])
        if made is not None:
            by_rule.setdefault(name, []).append((mention, made))
    if not by_rule:
        return None
    name = chance.choice(sorted(by_rule))
    mention, made = chance.choice(by_rule[name])
    start = mention.number.start
    before = passage[:start].rstrip(" ") if name == "glued" else passage[:start]
    value = factcheck.to_row(mention)["value"]
    if name == "blank in a year":
        value = made.replace(" ", "").removesuffix("年")  # what the year is of stands beside it, whole
    if name == "year infix":
        value = value[:4]  # month and day are sound
    return Planted(name, before + made + passage[mention.number.end :], len(before), len(before) + len(made), value)


def _plain(mention: Mention) -> bool:
    """Written with digits, or with the name of a month and digits, and of one value."""
    number = mention.number_text
    if not isinstance(factcheck.to_row(mention)["value"], str):
        return False
    return PLAIN.fullmatch(number) is not None or MONTH.match(number) is not None


def outcome(case: Planted) -> tuple[bool, bool]:
    """Whether the damage is found, and whether what the figure said is the first reading."""
    rows = [factcheck.to_row(finding) for finding in factcheck.check(case.text, select=["garble"]).findings]
    hits = [row for row in rows if row["start"] < case.end and case.start < row["end"]]
    readings = [reading["value"] for row in hits for reading in row["readings"] or []]
    return bool(hits), readings[:1] == [case.value]
