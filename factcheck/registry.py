"""The checks there are: the folder `checks` is the registry, and other packages add to it by entry points.

A check is a module with a docstring (its page), `LEVEL`, and `check(case, *, option=default)` that yields `Finding` and `Checked`.
Its name is `family/file-name`, with hyphens for underscores; nothing is imported to know the names. A family of this package with `NEEDS`
is not looked at where a case has nothing in any of the fields that it names.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib import import_module, metadata
from pathlib import Path
from types import ModuleType
from typing import Any

from factcheck.case import Case
from factcheck.finding import LEVELS, Checked, Finding, Level
from factcheck.guess import did_you_mean
from factcheck.messages import say

GROUP = "factcheck.checks"


class CheckError(ValueError):
    """A check that does not exist, is not of the shape of one, or has no such option."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check ready to run: the docstring of its module, its options with their defaults; a `late` one looks at the others' findings."""

    name: str
    level: Level
    run: Callable[..., Iterable[Finding | Checked]]
    docstring: str
    options: Mapping[str, Any]
    late: bool = False

    @property
    def page(self) -> str:
        """Its documentation."""
        return inspect.cleandoc(self.docstring)


@cache
def known() -> Mapping[str, str]:
    """Every check's name and the module that holds it, in the order of the names. Raises CheckError where two have one name."""
    found = {}
    for family in (Path(__file__).parent / "checks").iterdir():
        if not family.is_dir() or family.name.startswith(("_", ".")):
            continue
        for file in family.iterdir():
            stem, dot, suffix = file.name.partition(".")
            if dot and suffix == "py" and not stem.startswith("_"):
                found[f"{family.name}/{stem.replace('_', '-')}"] = f"factcheck.checks.{family.name}.{stem}"
    for entry in metadata.entry_points(group=GROUP):
        if entry.name in found:
            raise CheckError(
                f"check {entry.name}: {entry.value} would take the name of {found[entry.name]}; rename its entry point"
            )
        found[entry.name] = entry.value
    return dict(sorted(found.items()))


def load(name: str) -> Check:
    """The check of a name. Raises CheckError where there is none, or where the module is not of the shape of a check."""
    modules = known()
    if name not in modules:
        raise CheckError(f'no check "{name}"{did_you_mean(name, modules)}')
    return _check(name, import_module(modules[name]))


@cache
def _check(name: str, module: ModuleType) -> Check:
    level, run, docstring = getattr(module, "LEVEL", None), getattr(module, "check", None), module.__doc__
    if level not in LEVELS or not callable(run) or not docstring:
        raise CheckError(f"check {name}: {module.__name__} needs a docstring, LEVEL ({', '.join(LEVELS)}) and check(case)")
    _, *others = inspect.signature(run).parameters.values()
    without = [parameter.name for parameter in others if parameter.default is parameter.empty]
    if without:
        raise CheckError(f"check {name}: option {without[0]} of {module.__name__} needs a default")
    options = {parameter.name: parameter.default for parameter in others}
    return Check(name, level, run, docstring, options, late=getattr(module, "LATE", False))


def has_matter(name: str, case: Case) -> bool:
    """Whether a case has anything for a check of this name to look at."""
    family = known()[name].rpartition(".")[0]
    needs = getattr(import_module(family), "NEEDS", ()) if family.startswith("factcheck.checks.") else ()
    return not needs or any(getattr(case, field) for field in needs)


def chosen(*, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[str]:
    """The names of the checks to run, sorted: those selected (all, where nothing is), less those ignored.

    A word is the name of a check or of a family. Raises CheckError for any other.
    """
    selected, ignored = _named(select), _named(ignore)
    return [name for name in (selected or known()) if name not in ignored]


def _named(words: Iterable[str]) -> list[str]:
    names = set()
    for word in [words] if isinstance(words, str) else words:
        meant = [name for name in known() if name == word or name.partition("/")[0] == word]
        if not meant:
            families = {name.partition("/")[0] for name in known()}
            raise CheckError(
                say(
                    'no check or family "{word}"{guess}; factcheck explain lists them',
                    word=word,
                    guess=did_you_mean(word, {*known(), *families}),
                )
            )
        names.update(meant)
    return sorted(names)


def settings(check: Check, given: Mapping[str, Any]) -> dict[str, Any]:
    """The options given for a check, each of the type of its default. Raises CheckError for an unknown one or a wrong value."""
    for option in given:
        if option not in check.options:
            raise CheckError(f'check {check.name} has no option "{option}"{did_you_mean(option, check.options)}')
    return {option: _typed(check, option, value) for option, value in given.items()}


def _typed(check: Check, option: str, value: Any) -> Any:
    default = check.options[option]
    if default is None or type(value) is type(default):
        return value
    if isinstance(default, Decimal) and isinstance(value, int | str) and not isinstance(value, bool):
        try:
            return Decimal(value)
        except InvalidOperation:
            pass
    if isinstance(default, tuple | frozenset) and isinstance(value, list) and all(isinstance(word, str) for word in value):
        return type(default)(value)
    wanted = {"Decimal": "a number", "int": "a whole number", "str": "a string", "bool": "true or false"}
    kind = wanted.get(type(default).__name__, "a list of strings")
    raise CheckError(f"check {check.name}: option {option} is {kind}, not {value!r}")
