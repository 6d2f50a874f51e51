"""The documentation of a check is its first test: every `Bad:` line is found where it is marked, every `Good:` line is silent.

`\\n` in an example stands for a line end, ` || ` stands between documents that are checked together; one that begins with `ledger: ` or
`source: ` is what the others are checked against, and `before: ` begins an earlier version of
the draft. An example may go on in lines that are indented deeper than its first. A line
`With: option = value` gives the check that option in all examples behind it.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from factcheck import Document, Ledger, Report, check, claims, registry

MARK = re.compile("[⟦⟧]")
HAN = re.compile("[\u4e00-\u9fff]")
LETTER = re.compile("[A-Za-z\u4e00-\u9fff]")


def examples(page: str) -> Iterator[tuple[str, str]]:
    """The examples of a page: `Bad` or `Good`, and the text with its marks."""
    kind, lines = "", []
    for line in [*page.splitlines(), ""]:
        start = re.match(r"(Bad|Good):\s+", line)
        if lines and (start or not line.startswith("      ")):
            yield kind, joined(lines)
            lines = []
        if start:
            kind, lines = start[1], [line[start.end() :]]
        elif lines:
            lines.append(line.strip())


def joined(lines: list[str]) -> str:
    """Lines as one text: a blank between words that need one, none between Chinese characters."""
    text = lines[0]
    for line in lines[1:]:
        text += line if HAN.match(line) or HAN.match(text[-1]) or text[-1] in "，。；、" else f" {line}"
    return text.replace("\\n", "\n")


def marked(text: str) -> tuple[list[Document], list[tuple[str, int, int]]]:
    """The documents of an example, and the places of its marks: document, start, end."""
    documents, places = [], []
    for number, part in enumerate(text.split(" || "), start=1):
        name = f"document {number}"
        offsets = [match.start() - index for index, match in enumerate(MARK.finditer(part))]
        places += [(name, start, end) for start, end in zip(offsets[::2], offsets[1::2], strict=True)]
        documents.append(Document(MARK.sub("", part), name=name))
    return documents, places


EXAMPLES = [(name, kind, text) for name in registry.known() for kind, text in examples(registry.load(name).page)]


def options(page: str, example: str) -> dict[str, object]:
    """The options that a page gives an example: those of the last `With:` line before it."""
    before, _, _ = page.partition(example[:40])
    given = re.findall(r"^With:\s+(.*)$", before, re.MULTILINE)
    return tomllib.loads(given[-1]) if given else {}


def checked(documents: list[Document], name: str, given: dict[str, object]) -> Report:
    """The report of one check over the documents of an example, against those that are evidence."""
    evidence: dict[str, list[Document]] = {"ledger": [], "source": [], "before": []}
    drafts = []
    for document in documents:
        role, _, text = document.text.partition(": ")
        evidence.get(role, drafts).append(Document(text, name=role) if role in evidence else document)
    drafts = [replace(draft, earlier=version) for draft, version in zip(drafts, evidence["before"], strict=False)] or drafts
    stated = tuple(claim for document in evidence["ledger"] for claim in claims(document))
    return check(
        drafts, ledger=Ledger(path="ledger", claims=stated), sources=evidence["source"], select=[name], options={name: given}
    )


@pytest.mark.parametrize(("name", "kind", "text"), EXAMPLES, ids=[f"{name} {kind} {text[:40]}" for name, kind, text in EXAMPLES])
def test_an_example_is_true(name: str, kind: str, text: str) -> None:
    """Run by its own check alone, a bad example has findings on the marked words, and a good one has none."""
    documents, places = marked(text)
    report = checked(documents, name, options(registry.load(name).page, text))
    found = {(f.document.name, f.span.start, f.span.end) for f in report.findings}

    assert () == report.failures
    assert bool(places) is (kind == "Bad"), "a Bad example marks what is found, a Good one marks nothing"
    assert set(places) == found, [(f.text, f.message) for f in report.findings]


@pytest.mark.parametrize("name", registry.known())
def test_a_check_is_shown_in_both_languages(name: str) -> None:
    """Each check has a bad example and a near miss in Chinese, and both in English."""
    # "The fund holds 1.2 billion yuan (⟦1.2亿元⟧)." is English: a sentence is in the language that it begins in.
    shown = set()
    for kind, text in examples(registry.load(name).page):
        first = LETTER.search(re.sub(r"^(ledger|source|before): ", "", text))
        shown.add((kind, "zh" if first and HAN.match(first[0]) else "en"))
    missing = {("Bad", "zh"), ("Bad", "en"), ("Good", "zh"), ("Good", "en")} - shown

    assert set() == missing


def test_examples_are_read_as_they_are_meant() -> None:
    """Marks, line ends, documents and continued lines of an example."""
    page = "One sentence.\n\nBad:  a ⟦1⟧\\nb || c\n      ⟦2⟧\nBad:  共\n      ⟦3⟧家\nGood: d\n\nMore."
    found = list(examples(page))

    assert [("Bad", "a ⟦1⟧\nb || c ⟦2⟧"), ("Bad", "共⟦3⟧家"), ("Good", "d")] == found
    documents, places = marked(found[0][1])
    assert ["a 1\nb", "c 2"] == [document.text for document in documents]
    assert [("document 1", 2, 3), ("document 2", 2, 3)] == places
