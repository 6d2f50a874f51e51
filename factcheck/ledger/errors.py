"""What is wrong with a ledger file, one line a defect: the file, the line, the entry, the key, what was expected and what came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from factcheck.claim import Model
from factcheck.guess import did_you_mean


@dataclass(frozen=True, slots=True)
class Fault:
    """One defect of a ledger: `entry` is the table it stands in (`claim[3]`, from 0), `key` its key; either may be empty."""

    file: str
    line: int | None
    entry: str
    key: str
    what: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        path = ".".join(part for part in (self.entry, self.key) if part)
        return f"{place}: {path}: {self.what}" if path else f"{place}: {self.what}"


class LedgerError(ValueError):
    """A ledger that cannot be loaded. `faults` are all its defects, `str` of the error one line for each."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def faults_of(error: ValidationError, model: type[Model]) -> list[tuple[str, str]]:
    """The key and the message of each defect that a model found in an entry."""
    return [(".".join(map(str, detail["loc"])), message(detail, model)) for detail in error.errors(include_url=False)]


def message(detail: ErrorDetails, model: type[Model]) -> str:
    """What was expected and what came, in plain words."""
    key = str(detail["loc"][0]) if detail["loc"] else ""
    known = model.model_fields.get(key)
    wanted = known.description if known is not None and known.description else "something else"
    came = shown(detail["input"])
    match detail["type"]:
        case "missing":
            return f"missing: {wanted}"
        case "extra_forbidden":
            return f"unknown key{did_you_mean(key, model.model_fields)}"
        case "string_type":
            return f"expected text in quotes, got {came}: {wanted}"
        case "string_too_short":
            return f"empty: {wanted}"
        case "tuple_type":
            return f'expected a list of texts such as ["…"], got {came}: {wanted}'
        case "literal_error":
            context: Mapping[str, Any] = detail.get("ctx", {})
            return f"expected {context.get('expected', wanted)}, got {came}"
        case "value_error":
            return detail["msg"].removeprefix("Value error, ")
    return f"expected {wanted}, got {came}"


def shown(value: object) -> str:
    """A value as its file has it, cut short."""
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"
