"""factcheck: a linter for the numbers in a draft, in Chinese and English.

    report = factcheck.check(factcheck.read("draft.md"))
    for finding in report.findings:
        print(finding.level, finding.text, finding.message)

Names are imported when they are first used, so that importing the package costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.claim import Claim, Relation, Source
    from factcheck.config import ConfigurationError
    from factcheck.document import Document, Place, Span
    from factcheck.engine import Report, check, compare
    from factcheck.extract import claims, extract
    from factcheck.finding import Checked, Edit, Finding, Fix, edited
    from factcheck.ledger import Ledger, LedgerError
    from factcheck.mention import Mention, Reading
    from factcheck.period import Period
    from factcheck.quantity import Interval, Quantity
    from factcheck.read import ReadError, read
    from factcheck.registry import CheckError
    from factcheck.wire import to_row

__version__ = "0.1.0"

__all__ = [
    "CheckError",
    "Checked",
    "Claim",
    "ConfigurationError",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Interval",
    "Ledger",
    "LedgerError",
    "Mention",
    "Period",
    "Place",
    "Quantity",
    "ReadError",
    "Reading",
    "Relation",
    "Report",
    "Source",
    "Span",
    "check",
    "claims",
    "compare",
    "edited",
    "extract",
    "read",
    "to_row",
]

HOMES = {
    "claim": ("Claim", "Relation", "Source"),
    "config": ("ConfigurationError",),
    "document": ("Document", "Place", "Span"),
    "engine": ("Report", "check", "compare"),
    "extract": ("claims", "extract"),
    "finding": ("Checked", "Edit", "Finding", "Fix", "edited"),
    "ledger": ("Ledger", "LedgerError"),
    "mention": ("Mention", "Reading"),
    "period": ("Period",),
    "quantity": ("Interval", "Quantity"),
    "read": ("ReadError", "read"),
    "registry": ("CheckError",),
    "wire": ("to_row",),
}


def __getattr__(name: str) -> Any:
    for home, names in HOMES.items():
        if name in names:
            found = getattr(import_module(f"factcheck.{home}"), name)
            setattr(sys.modules[__name__], name, found)
            return found
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class Package(ModuleType):
    """`factcheck.read` and `factcheck.extract` are functions, and folders too.

    Importing anything in such a folder makes Python bind the folder to its name here; the name stays the function's. The folders
    are reached as ever, by `from factcheck.extract import …`.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in ("read", "extract") and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = Package
