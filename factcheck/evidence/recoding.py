"""Reading bytes again: what a run of text says in the encoding that it was written in, where that is plain signs or Chinese."""

from __future__ import annotations

from factcheck.lexicon import fold

# Signs that stand on Chinese pages beside the characters.
SIGNS = frozenset("，。、；：！？“”‘’（）《》—…·℃°×±％￥")
# What Latin-1 mojibake stands for: Latin letters and signs, punctuation, currencies, mathematics, East Asian scripts, emoji.
USUAL = ((0xA0, 0x17F), (0x370, 0x3FF), (0x2000, 0x22FF), (0x3000, 0x9FFF), (0xAC00, 0xD7A3), (0xFF00, 0xFFEF), (0x1F300, 0x1FAFF))


def is_common(character: str) -> bool:
    """Whether a character is one of the 3,755 common ones of GB 2312 level 1, by its simplified form, or a usual sign."""
    if character in SIGNS:
        return True
    try:
        lead, *_ = fold(character).encode("gb2312")
    except UnicodeError:
        return False
    return 0xB0 <= lead <= 0xD7


def from_latin(run: str) -> str | None:
    """What a run says whose UTF-8 was read as Latin-1 or Windows-1252, once or twice; None where its bytes make no usual signs."""
    try:
        text = b"".join(_byte(character) for character in run).decode("utf-8")
    except UnicodeError:
        return None
    if not all(any(low <= ord(character) <= high for low, high in USUAL) for character in text):
        return None
    return (from_latin(text) if len(text) > 1 else None) or text  # Ã‚Â£ is Â£, which is £


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def from_double_bytes(run: str) -> str | None:
    """What a run says whose GBK was read as Latin-1; None where its bytes are not common Chinese throughout."""
    try:
        text = run.encode("latin-1").decode("gbk")
    except UnicodeError:
        return None
    return text if text and all(map(is_common, text)) else None


def leading_utf8(run: str) -> str:
    """The common Chinese that a run begins with whose UTF-8 was read as GBK: 的是 of 鐨勬槸; empty where there is none."""
    data, found = run.encode("gbk", "ignore"), ""
    while len(character := data[:3].decode("utf-8", "ignore")) == 1 and is_common(character):
        found, data = found + character, data[3:]
    return found


def paired_again(run: str) -> str | None:
    """What follows a character that lost its first byte, in GBK or Big5; None where the bytes do not make common Chinese.

    The mark at the start of a run was full-width, the letter at its end takes the odd byte: ；貧w is 回歸 behind the second byte of 。.
    """
    wide = chr(ord(run[0]) + 0xFEE0) + run[1:]  # full-width forms stand 0xFEE0 above ASCII (Unicode, Halfwidth and Fullwidth Forms)
    for encoding in ("gbk", "big5"):
        try:
            text = wide.encode(encoding)[1:].decode(encoding)
        except UnicodeError:
            continue
        if text and all(map(is_common, text)):
            return text
    return None
