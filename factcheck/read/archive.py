"""Office files are zip archives: opened only where what they hold can be held, so that a bomb is refused before it goes off."""

from __future__ import annotations

import io
import zipfile

from factcheck.messages import say
from factcheck.read.encoding import ReadError

# A real draft unpacks to a few MB, to ten or twenty times its size; XML of repeated tags packs to a thousandth.
LARGEST = 256 * 2**20
EXPANSION = 200
SMALL = 16 * 2**20


def opened(content: bytes, *, name: str, kind: str, part: str) -> io.BytesIO:
    """The bytes of an archive, as a file, when it is whole, not too large, and has a part. Raises ReadError."""
    damaged = ReadError(
        name, say("expected {kind}, found a damaged archive", kind=kind), say("open it in its own program and save it again")
    )
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        # Office wraps an encrypted file in its old container (MS-OFFCRYPTO 2.3.1).
        raise ReadError(
            name,
            say("expected {kind}, found an encrypted or an old Office file", kind=kind),
            say("save it without a password, in the new format"),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(member.file_size for member in archive.infolist())
            if size > LARGEST or (size > SMALL and size > EXPANSION * len(content)):
                raise ReadError(name, say("unpacks to {size} MB", size=size // 2**20), say("split it, or take large pictures out"))
            if part not in archive.namelist():
                raise ReadError(name, say("expected {kind}, found another archive", kind=kind), say("check the file's suffix"))
            if archive.testzip() is not None:
                raise damaged
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        raise damaged from None
    return io.BytesIO(content)


def missing(name: str, extra: str) -> ReadError:
    """What to do where the library of a format is not installed."""
    return ReadError(name, say("needs the extra {extra}", extra=extra), f"pip install 'factcheck-numbers[{extra}]'")
