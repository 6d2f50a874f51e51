"""No character of a double-byte encoding has lost its first byte.

Behind the gap the bytes pair up one off, until an ASCII letter takes the odd one: 。回歸 without its first byte reads ；貧w, 設 ends in the
letter O. The rest is read back by pairing the bytes again; the character that lost its byte is shown as □. Left alone: a letter inside
Chinese words (A股, B端) and ASCII punctuation, unless both stand close and the bytes between them make common characters.

Bad:  行業迎來轉機⟦;貧w⟧此次財報。
Bad:  The slogan 智慧健康北⟦!苯ㄔO⟧已立項 was printed on it.
Good: 行業迎來轉機;B端收入見長，A股大漲!C端也一樣。
Good: The slogan 智慧健康北海;建設O2O平台 was printed on it.
"""

import re
from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Span
from factcheck.finding import Finding
from factcheck.mending import is_common

LEVEL = "warning"
ENCODINGS = ("gbk", "big5")
LONGEST = 8  # characters between the gap and the letter that ends it
LOST = "□"

CHINESE = r"\u3007\u3105-\u312f\u3400-\u9fff"
# ;貧w in 機;貧w到: an ASCII mark and an ASCII letter, both glued between Chinese characters, a few characters apart
RUN = re.compile(rf"(?<=[{CHINESE}])[!,.:;?()][{CHINESE}]{{1,{LONGEST}}}[@-Z\\^-z|~](?=[{CHINESE}，。；：！？、!,.:;?\s]|\Z)")
PUNCTUATION = frozenset("，。、；：！？“”‘’（）《》—…·")


def check(case: Case) -> Iterator[Finding]:
    """Report every run that reads well when its bytes are paired one further."""
    for document in case.documents:
        for match in RUN.finditer(document.text):
            repaired = paired_again(match[0])
            if repaired is not None:
                words = document.text[max(0, match.start() - 2) : match.end() + 2]
                mended = words.replace(match[0], LOST + repaired)
                message = f"{words} lost the first byte of a character: the rest reads {mended}"
                yield Finding(document, Span(match.start(), match.end()), message)


def paired_again(run: str) -> str | None:
    """The characters behind the one that lost its first byte; None where the bytes do not make common characters."""
    wide = chr(ord(run[0]) + 0xFEE0) + run[1:]  # the mark was full-width (Unicode, Halfwidth and Fullwidth Forms)
    for encoding in ENCODINGS:
        try:
            text = wide.encode(encoding)[1:].decode(encoding)
        except UnicodeError:
            continue
        if text and all(character in PUNCTUATION or is_common(character) for character in text):
            return text
    return None
