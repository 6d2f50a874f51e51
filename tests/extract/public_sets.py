"""The public test sets of other extractors, measured without the items whose convention is not ours (public_exceptions.toml).

Values are compared as score.py of the measuring data compares them, fractions to nine places: a set writes 2/3 as 0.666666666666667.
A range counts as read where a mention states each of its ends.
"""

from __future__ import annotations

import importlib.util
import tomllib
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"
PUBLIC = SHARED / "data" / "public"
EXCEPTIONS: list[dict[str, Any]] = tomllib.loads((HERE / "public_exceptions.toml").read_text(encoding="utf-8"))["exception"]
PLACES = Decimal("1e-9")


def score() -> ModuleType:
    """The measuring script as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def excepted(name: str) -> set[int]:
    """The line numbers of a set, the first 1, that are left out."""
    return {line for row in EXCEPTIONS if row["set"] == name.removesuffix(".jsonl") for line in row["lines"]}


def recall(name: str) -> Fraction:
    """The share of the values of a set that extraction reads, without the items left out."""
    hit = wanted = 0
    measure, left_out = score(), excepted(name)
    for line, row in enumerate(measure.rows_of(PUBLIC / name), 1):
        if line in left_out:
            continue
        found = measure.mentions(row["text"])
        ends = [end for given in row["expected"] if isinstance(end := given.get("value"), list)]
        wanted += len(ends)
        hit += sum(_states(measure, found, end) for end in ends)
        values = Counter(
            _rounded(value) for given in row["expected"] if isinstance(value := measure.number(given.get("value")), Decimal)
        )
        wanted += sum(values.values())
        hit += sum((values & _values(measure, found)).values())
    return Fraction(hit, wanted)


def _values(measure: ModuleType, found: list[dict[str, Any]]) -> Counter[Decimal]:
    read: Counter[Decimal] = Counter()
    for row in found:
        value = measure.number(row["value"])
        read.update(_rounded(one) for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Decimal))
    return read


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(PLACES).normalize() if value % 1 and abs(value) < 10**15 else value


def _states(measure: ModuleType, found: list[dict[str, Any]], ends: list[Any]) -> bool:
    """Whether mentions state the ends of a range, each as the end of a range, as a bound, or both as one value."""
    low, high = (None if end is None else measure.number(end) for end in ends)
    values = [measure.number(row["value"]) for row in found]
    lows = {value[0] for value in values if isinstance(value, tuple)} | {measure.number(row["low"]) for row in found}
    highs = {value[1] for value in values if isinstance(value, tuple)} | {measure.number(row["high"]) for row in found}
    if low is not None and low == high:
        return low in values
    return (low is None or low in lows) and (high is None or high in highs)
