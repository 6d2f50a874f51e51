"""No question mark with half a gloss stands inside a word.

Where a page prints pinyin by a table of double-byte characters and the table is applied one byte off, the character before is lost
and the gloss of another stands in the line: 當?shù)蒯. What the word was cannot be computed from what is left. Left alone: question marks
at the end of a sentence, and glosses with both brackets (garble/pinyin-gloss counts those).

Bad:  平台整合當⟦?shù)⟧蒯療資源。
Bad:  He wrote 平台整合當⟦?shù)⟧蒯療資源 on the form.
Good: 平台整合了資源嗎?數(shù)據顯示如此。
Good: Is it the right word? See 數(shù)據 (data).
"""

import re
from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Span
from factcheck.finding import Finding

LEVEL = "warning"
CONTEXT = 3  # characters of the word shown on either side

HALF_GLOSS = re.compile(r"(?<=[\u3400-\u9fff])[?？][a-zɑɡü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zɑɡü]{0,3}[)）](?=[\u3400-\u9fff])")


def check(case: Case) -> Iterator[Finding]:
    """Report every half gloss inside a word."""
    for document in case.documents:
        for match in HALF_GLOSS.finditer(document.text):
            around = document.text[max(0, match.start() - CONTEXT) : match.end() + CONTEXT]
            yield Finding(document, Span(match.start(), match.end()), f"{around} is damaged: a character before {match[0]} was lost in a wrong conversion")
