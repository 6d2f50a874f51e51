"""A text in traditional characters has the right one of the characters that one simplified character stands for.

A converter without the right table writes 公裡 for 公里 and 國傢 for 國家: a page on which it did so was converted by machine, and its
figures and names want a second look. One finding for the document, at the first such word, where there are `least` of them or where
one is the unit of a figure; the repair mends all. Left alone: words that can come together rightly (關係統計, 為瞭解).

Bad:  新線全長12⟦公裡⟧，設六個車站。
Bad:  公司⟦推齣⟧三款產品，在技術方麵投入兩億元，門店增加到瞭80家。
Bad:  The notice reads: 全長12⟦公裡⟧.
Good: 為瞭解市場，公司訪問了80家門店，製作方麵包的機器賣出三台。
Good: 新線全長12公里，設六個車站，國家投資兩億元。
Good: The notice reads: 全長12公里.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Document, Span
from factcheck.finding import Edit, Finding, Fix
from factcheck.lexicon import page
from factcheck.messages import say

LEVEL = "warning"

DIGITS = frozenset("0123456789０１２３４５６７８９一二兩三四五六七八九十百千萬億")


def check(case: Case, *, least: int = 3) -> Iterator[Finding]:
    """Count the words of each document that a wrong table made and report them as one."""
    for document in case.documents:
        found = sorted(wrong(document), key=lambda edit: edit.span)
        measured = any(document.text[edit.span.start - 1 : edit.span.start] in DIGITS for edit in found if edit.span.start)
        if found and (measured or len(found) >= least):
            first = found[0]
            message = say(
                "{found} is {right}: {count} words of this page come of a wrong table from simplified to traditional characters",
                found=document.text[first.span.start : first.span.end],
                right=first.text,
                count=len(found),
            )
            yield Finding(document, first.span, message, fixes=(Fix(say("write them right"), tuple(found)),))


def wrong(document: Document) -> Iterator[Edit]:
    """The words that no writer writes, each with what it was, none inside another."""
    text, taken = document.text, set[int]()
    present = set(text)
    for word, entry in page("conversion.toml")["word"].items():
        if not present.issuperset(word):
            continue
        place = text.find(word)
        while place >= 0:
            span = Span(place, place + len(word))
            if not taken & {*range(span.start, span.end)} and not rightly(text, place, entry.get("but", ()), word):
                taken |= {*range(span.start, span.end)}
                yield Edit(span, entry["right"])
            place = text.find(word, span.end)


def rightly(text: str, place: int, longer: list[str], word: str) -> bool:
    """Whether a word stands inside a longer one that is right."""
    return any(text.startswith(one, place - one.find(word)) for one in longer if place >= one.find(word))
