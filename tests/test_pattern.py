"""Patterns that are compiled at their first use."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import factcheck
from factcheck.pattern import METHODS, lazy_pattern

ROOT = Path(factcheck.__file__).parent


def test_it_does_what_the_compiled_one_does() -> None:
    """Every method answers as that of `re.compile`, the first time and again."""
    for method in METHODS:
        lazy, compiled = lazy_pattern(r"(\d) k m", re.VERBOSE), re.compile(r"(\d) k m", re.VERBOSE)
        given = ("-", "3km 4km") if method in ("sub", "subn") else ("3km",)
        for _ in range(2):
            expected, found = getattr(compiled, method)(*given), getattr(lazy, method)(*given)
            if method == "finditer":
                expected, found = [match.span() for match in expected], [match.span() for match in found]
            elif isinstance(expected, re.Match):
                expected, found = expected.groups(), found.groups()
            assert expected == found, method


def test_it_tells_its_groups_and_its_text() -> None:
    """What is asked of a pattern beside its methods is answered too; its text without compiling it."""
    lazy = lazy_pattern(r"(?P<year>\d{4})", re.IGNORECASE)

    assert r"(?P<year>\d{4})" == lazy.pattern
    assert {"year": 1} == dict(lazy.groupindex)
    assert re.IGNORECASE & lazy.flags
    assert 1 == lazy.groups


def test_nothing_is_compiled_before_it_is_used() -> None:
    """A mistake in a pattern shows at its first use, and each time."""
    lazy = lazy_pattern("(")

    for _ in range(2):
        with pytest.raises(re.error):
            lazy.search("")


def test_every_pattern_of_the_package_compiles() -> None:
    """A pattern that no test happens to use is one all the same."""
    found = 0
    for path in sorted(ROOT.rglob("*.py")):
        if path.stem == "__main__":
            continue
        module = import_module(".".join(("factcheck", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__"))
        for value in vars(module).values():
            if isinstance(value, type(lazy_pattern(""))):
                found += value.groups >= 0

    assert found > 300
