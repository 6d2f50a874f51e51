"""No word or sign is read in the wrong encoding.

UTF-8 read as Latin-1 prints Â£ for £ and â€™ for ’, read as GBK it prints 鐨勬槸 for 的是; GBK read as Latin-1 prints ¡æ for ℃ and £¬ for a comma.
Such a run is reported where reading its bytes again gives plain signs or Chinese, and that is its repair. ?? before a number is a lost
blank. The backtick that some fonts print for ₹ is one finding a document. Left alone: accented words (SÃO, à côté), ¡Ándale!, €500.

Bad:  The fee is ⟦Â£⟧500, the menâ⟦Ã—⟧2.
Bad:  It covers an area ⟦??27,800 square kilometers⟧ in the north.
Bad:  夏季平均气温为⟦20.6¡æ⟧。
Bad:  文件开头写着⟦鐨勬槸⟧两个字。
Good: The fee is £500 at the São Paulo café, à côté.
Good: Is it true?? 27 people say so. ¡Ándale!
Good: 夏季平均气温为20.6℃，鐨和锛都是生僻字。
"""

import re
from collections.abc import Iterator
from functools import cache

from factcheck.case import Case
from factcheck.document import Document, Span
from factcheck.finding import Edit, Finding, Fix
from factcheck.mending import is_common, unreadable

LEVEL = "warning"

# Bytes 80–BF as Latin-1 and as Windows-1252 show them: the second and later bytes of a UTF-8 character.
LATER = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# Â£, Ã—: two bytes; â€™, ä¸­: three; â€ with its third byte dropped
LATIN = re.compile(rf"(?:[ÂÃ][{LATER}]|[â-ï][{LATER}]{{2}}|ð[{LATER}]{{3}})+|â€")
# Signs of GBK that stand on Chinese pages, as Latin-1 shows their bytes: £¬ for ，
SIGNS = "，。、；：！？“”‘’（）《》℃°×±—…％￥"
# A mark and a letter open Spanish words (¡Ándale!): such a pair counts only behind a digit.
BACKTICK = re.compile(r"(?<![`\w])`[ ]?\d[\d,.]*[ ]?(?:lakh|crore|thousand|million|billion|per|and|,|/-)")


@cache
def _double_bytes() -> re.Pattern[str]:
    seen = sorted(sign.encode("gbk").decode("latin-1") for sign in SIGNS)
    plain = "|".join(re.escape(pair) for pair in seen if not pair[1].isalpha())
    behind_digit = "|".join(re.escape(pair) for pair in seen if pair[1].isalpha())
    return re.compile(rf"(?:{plain})+|(?<=\d)(?:{behind_digit})|[\u00a1-\u00fe]{{4,}}")


@cache
def _utf8_as_gbk() -> re.Pattern[str]:
    """Runs of Chinese that begin with the first two bytes of a UTF-8 character of 2000–9FFF: 鐨, 銆, 鈥, none of them a usual character."""
    firsts = set()
    for lead in range(0xE2, 0xEA):
        for later in range(0x80, 0xC0):
            firsts.add(bytes((lead, later)).decode("gbk", "ignore"))
    return re.compile(rf"[{''.join(sorted(firsts - {''}))}][\u3400-\u9fff\ue000-\uf8ff€]{{2,}}")


def check(case: Case) -> Iterator[Finding]:
    """Report figures with spoilt signs, and every run that reads well in another encoding."""
    spoilt = list(unreadable(case, "mojibake"))
    yield from spoilt
    for document in case.documents:
        taken = [finding.span for finding in spoilt if finding.document is document]
        for start, run, repaired, how in _runs(document.text):
            span = Span(start, start + len(run))
            if not any(span.overlaps(other) for other in taken):
                fixes = (Fix(f"write {repaired}", (Edit(span, repaired),)),) if repaired.strip() else ()
                yield Finding(document, span, f"{run} is {_shown(repaired)} {how}", fixes=fixes)
        yield from _backticks(document)


def _shown(repaired: str) -> str:
    return repaired if repaired.strip() else "a blank"


def _runs(text: str) -> Iterator[tuple[int, str, str, str]]:
    for match in LATIN.finditer(text):
        repaired = "”" if match[0] == "â€" else read_again(match[0])
        if repaired is not None:
            yield match.start(), match[0], repaired, "in UTF-8, read as Latin-1"
    for match in _double_bytes().finditer(text):
        repaired = _chinese(match[0].encode("latin-1", "ignore"), "gbk")
        if repaired is not None:
            yield match.start(), match[0], repaired, "in GBK, read as Latin-1"
    for match in _utf8_as_gbk().finditer(text):
        repaired = _leading_utf8(match[0].encode("gbk", "ignore"))
        if len(repaired) > 1:
            length = -(-len(repaired.encode("utf-8")) // 2)
            yield match.start(), match[0][:length], repaired, "in UTF-8, read as GBK"


def read_again(run: str) -> str | None:
    """What the bytes of a run say in UTF-8; None where they are no UTF-8 or make signs that nobody would have printed."""
    try:
        data = b"".join(_byte(character) for character in run)
        text = data.decode("utf-8")
    except UnicodeError:
        return None
    return text if all(_is_usual(character) for character in text) else None


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _is_usual(character: str) -> bool:
    code = ord(character)
    return (
        0xA0 <= code <= 0x17F
        or 0x2000 <= code <= 0x22FF
        or 0x3000 <= code <= 0x9FFF
        or 0xAC00 <= code <= 0xD7A3
        or 0xFF00 <= code <= 0xFFEF
        or code >= 0x1F300
    )


def _chinese(data: bytes, encoding: str) -> str | None:
    """Bytes as common Chinese characters and signs; None where they are anything else."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text if text and all(character in SIGNS or is_common(character) for character in text) else None


def _leading_utf8(data: bytes) -> str:
    """The common Chinese characters and signs that bytes begin with in UTF-8."""
    found = ""
    while (character := data[:3].decode("utf-8", "ignore")) and len(character) == 1 and (character in SIGNS or is_common(character)):
        found, data = found + character, data[3:]
    return found


def _backticks(document: Document) -> Iterator[Finding]:
    found = list(BACKTICK.finditer(document.text))
    if found:
        figures = "a figure" if len(found) == 1 else f"{len(found)} figures"
        message = f"` stands for ₹ before {figures}: the font that showed it so is lost"
        yield Finding(document, Span(found[0].start(), found[0].end()), message)
