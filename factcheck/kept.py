"""What takes longer to make than to read is kept between runs, where Python keeps the bytecode of the package.

The key of an entry holds all that its value follows from, so an entry is right or is not found. The command line writes what its run
had to make; who imports the package only reads. A folder that cannot be written, a file that is damaged and one that another Python
wrote are as good as none: everything is then made anew, with the same result.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from functools import cache
from importlib.util import cache_from_source, source_hash
from pathlib import Path
from typing import Any, TypeVar, cast

from factcheck import atomic

Value = TypeVar("Value")

# Bytes. The package itself comes to a megabyte and a half; what is far more are the leavings of earlier versions.
LIMIT = 4_000_000
# Bytes. What a run made is left where there is less of it, some fifteen patterns: to write the file would take as long.
WORTHWHILE = 10_000


class Store:
    """A file of entries: marshalled values by the hash of their keys, under the hash of them all and the Python that wrote them.

    The hash is the one, of 64 bits, by which Python knows the source of kept bytecode (PEP 552).
    """

    def __init__(self, path: Path, *, version: str = sys.version) -> None:
        self.path = path
        self.version = version.encode()
        self.used: dict[bytes, bytes] = {}
        self.made: dict[bytes, bytes] = {}
        self.entries = self._read()

    def _read(self) -> dict[bytes, bytes]:
        try:
            head, _, content = self.path.read_bytes().partition(b"\0")
        except OSError:
            return {}
        return cast("dict[bytes, bytes]", marshal.loads(content)) if head == self._head(content) else {}

    def _head(self, content: bytes) -> bytes:
        return self.version + source_hash(content).hex().encode()

    def get(self, key: str, make: Callable[[], Value]) -> Value:
        """The value of a key, made where there is none. It must be what `marshal` takes: text, numbers, tuples, lists, tables."""
        short = source_hash(key.encode("utf-8", "surrogatepass"))
        entry = self.entries.get(short)
        if entry is not None:
            self.used[short] = entry
            return cast("Value", marshal.loads(entry))
        value = make()
        self.made[short] = marshal.dumps(cast("Any", value))
        return value

    def write(self) -> None:
        """Keep what was made, where it is worth it. A file that cannot be written is left."""
        if _size(self.made) < WORTHWHILE:
            return
        entries = self.entries | self.made
        content = marshal.dumps(entries if _size(entries) <= LIMIT else self.used | self.made)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(self.path, self._head(content) + b"\0" + content)
        except OSError:
            return


def _size(entries: dict[bytes, bytes]) -> int:
    """How many bytes some entries come to, roughly."""
    return sum(map(len, entries.values()))


@cache
def store() -> Store:
    """The store of the package."""
    return Store(Path(cache_from_source(__file__)).with_suffix(".kept"))
