"""Regular expressions that are compiled when they are first used, and once: what is compiled is kept between runs.

A run over an ordinary draft uses some of the patterns of the package; to compile them takes as long as to read the draft.
"""

from __future__ import annotations

import re
from array import array
from importlib import import_module
from typing import Any, AnyStr, Final, cast

from factcheck.kept import store

# What `re.Pattern` does with a text.
METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
# The opcodes of a pattern, as the engine takes them (SRE_CODE of CPython's sre.h: four bytes each).
OPCODES: Final = "I"


class _LazyPattern:
    """A pattern that takes its methods from the compiled one, so that a call costs what it costs there."""

    __slots__ = ("_flags", "pattern", *METHODS)

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = int(flags)

    def __getattr__(self, name: str) -> Any:
        """Asked of a slot that is still empty, and of what is seldom wanted: `groups`, `flags`."""
        compiled = _compiled(self.pattern, self._flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern of `re.compile`, compiled at its first use. A match's `re` is the compiled one. Raises re.error at the first use."""
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))


def _compiled(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    """What `re.compile` gives, from the opcodes that are kept.

    The engine takes opcodes through no public door. It proves those that it is given (`_validate` in CPython's `_sre/sre.c`), and
    whatever is not there as it is in CPython 3.11 to 3.13 leads to the public door.
    """
    try:
        all_flags, groups, names, opcodes = store().get(f"pattern {flags} {pattern!r}", lambda: _parsed(pattern, flags))
        by_number = {number: name for name, number in names.items()}
        numbered = tuple(by_number.get(number) for number in range(groups + 1))
        engine = import_module("_sre")
        return cast(
            "re.Pattern[Any]",
            engine.compile(pattern, all_flags, memoryview(opcodes).cast(OPCODES).tolist(), groups, names, numbered),
        )
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(pattern, flags)


def _parsed(pattern: str | bytes, flags: int) -> tuple[int, int, dict[str, int], bytes]:
    """All flags of a pattern, how many groups it has, the numbers of those with a name, and its opcodes: the steps of `re.compile`."""
    tree = import_module("re._parser").parse(pattern, flags)
    opcodes = import_module("re._compiler")._code(tree, flags)
    return flags | tree.state.flags, tree.state.groups - 1, dict(tree.state.groupdict), array(OPCODES, opcodes).tobytes()
