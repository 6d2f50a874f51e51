"""Bytes become text: UTF-8 or GB18030, and anything else is refused in one line rather than read wrongly."""

from __future__ import annotations

import codecs

from factcheck.failure import reason
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

# What a file starts with that holds its text in a container of its own.
CONTAINERS = {
    b"%PDF": say("a PDF"),
    b"PK\x03\x04": say("a zip archive such as a docx"),
    b"\xd0\xcf\x11\xe0": say("an old Office file"),
}
# A text copied out of a word processor may hold one of these (a soft hyphen, a cell mark); a binary is full of them.
CONTROL = lazy_pattern(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")

# Two bytes above 0xA0: marks, full-width letters and characters of GB 2312, the core of GB18030. What lies between them (letters of
# other scripts, the user-defined zones AA–AF and F8–FE) hardly stands in a text, but Big5 has its commonest characters there.
PAIR = lazy_pattern(rb"[\x81-\xfe][\x40-\xfe]|[\x81-\xfe][0-9][\x81-\xfe][0-9]")
CORE = lazy_pattern(rb"[\xa1-\xa3\xb0-\xf7][\xa1-\xfe]")
STRANGE = lazy_pattern(rb"[\xa4-\xaf\xf8-\xfe][\xa1-\xfe]")


class ReadError(Exception):
    """A file that cannot be read: `path`, what was `found`, and what to `do`. Its text is one line with all three."""

    def __init__(self, path: str, found: str, do: str) -> None:
        super().__init__(say("{path}: {found}; {do}", path=path, found=found, do=do))
        self.path, self.found, self.do = path, found, do

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str]]:
        """How it is sent to another process."""
        return ReadError, (self.path, self.found, self.do)


def unopened(path: str, error: Exception) -> ReadError:
    """What the system said of a file or folder that it does not open."""
    return ReadError(path, say("cannot be opened ({reason})", reason=reason(error)), say("check the path and its permissions"))


def decode(content: bytes, *, name: str) -> str:
    """The text of a file's bytes, line ends as they are. Raises ReadError for what is empty, binary or in another encoding."""
    # An editor that saves an empty draft as "UTF-8 with signature" leaves the mark.
    if not content.removeprefix(codecs.BOM_UTF8).strip():
        raise ReadError(name, say("expected text, found an empty file"), say("save the draft, or leave the file out"))
    for start, kind in CONTAINERS.items():
        if content.startswith(start):
            raise ReadError(
                name,
                say("expected text, found {kind}", kind=kind),
                say("give the file the suffix of its format, or save it as text"),
            )
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError(name, say("expected UTF-8 or GB18030, found UTF-16"), say("save it as UTF-8"))
    if b"\0" in content or len(CONTROL.findall(content)) * 100 > len(content):
        raise ReadError(name, say("expected text, found a binary file"), say("save it as text, Markdown or HTML"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        broken = error.start
    if not plausible(content):
        found = say(
            "expected UTF-8 or GB18030, found neither (byte {byte} at {place})", byte=f"{content[broken]:#04x}", place=broken
        )
        raise ReadError(name, found, say("save it as UTF-8"))
    return content.decode("gb18030")


def plausible(content: bytes) -> bool:
    """Whether bytes that are no UTF-8 are GB18030, and not Big5 or a Western encoding that happens to decode as it.

    Most of any Chinese text in GB18030, in either script, lies in the core of GB 2312. Big5 lies there by chance, and beside it as
    often; a Western text has an ASCII letter behind nearly every letter with an accent, so it is hardly ever there.
    """
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    pairs = PAIR.findall(content)
    core = sum(CORE.fullmatch(pair) is not None for pair in pairs)
    strange = sum(STRANGE.fullmatch(pair) is not None for pair in pairs)
    return (core - strange) * 10 > 3 * len(pairs)
