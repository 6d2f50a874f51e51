"""Writing a file whole or not at all: what stands there is the old file or the new one, whenever the process is ended."""

from __future__ import annotations

import os
from pathlib import Path


def write(path: Path, content: str | bytes) -> None:
    """Put a file in the place of the one that is there, if any; text as UTF-8. Raises OSError, and then leaves nothing behind.

    The file is written beside the place that it is for, on the same file system, where `os.replace` is atomic (POSIX rename). What is
    no file (/dev/null, /dev/stdout, a pipe) is written into: it is not ours to replace.
    """
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            device.write(data)
        return
    import tempfile  # most runs write no file, and it takes as long to import as a check

    target = path.resolve()  # a link stays a link
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".new")
    except OSError as error:
        error.filename = str(path)  # the file that somebody knows
        raise
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode(target))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The rights of the file that is replaced, those of any new file otherwise."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
