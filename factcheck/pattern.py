"""Regular expressions that are compiled when they are first used.

A run over an ordinary draft uses a few of the patterns of the package; to compile them all takes longer than to read the draft.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

# What `re.Pattern` does with a text.
METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _LazyPattern:
    """A pattern that takes its methods from the compiled one, so that a call costs what it costs there."""

    __slots__ = ("_flags", "pattern", *METHODS)

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Asked of a slot that is still empty, and of what is seldom wanted: `groups`, `flags`."""
        compiled = re.compile(self.pattern, self._flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern of `re.compile`, compiled at its first use. A match's `re` is the compiled one. Raises re.error at the first use."""
    return cast("re.Pattern[AnyStr]", _LazyPattern(pattern, flags))
