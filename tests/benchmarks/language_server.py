"""How long an edit in a long draft takes to be answered: `python tests/benchmarks/language_server.py [KILOBYTES]`.

Types a hundred characters into the middle of a draft of made paragraphs, each with a claim, and waits for the diagnostics of each edit.
"""

import statistics
import sys
import time

from factcheck.config import Configuration
from factcheck.lsp.answers import diagnostics
from factcheck.lsp.drafts import Workspace

PARAGRAPHS = (
    "营收由{0}.0亿元增长20.0%至{1}.0亿元，截至2023年6月30日，门店达到{0},520家。",
    "Sales rose 20.0% from {0}.0 million yuan to {1}.0 million yuan in the first half of 2023, and 1,{0} people were hired.",
    "会议在县里举行，来宾就农业、教育和医疗发表了看法，气氛热烈，大家都很满意，没有谁提前离开。",
)


def draft(size: int) -> str:
    """A draft of so many bytes of UTF-8."""
    paragraphs: list[str] = []
    length = number = 0
    while length < size:
        before = 100 + number % 400 * 5
        # One rate in ten is wrong, as in a draft that has not been checked yet.
        paragraphs.append(PARAGRAPHS[number % 3].format(before, before * 13 // 10 if number % 10 == 0 else before * 12 // 10))
        length += len(paragraphs[-1].encode()) + 2
        number += 1
    return "\n\n".join(paragraphs)


def measured(kilobytes: int) -> list[float]:
    """Milliseconds from each edit to its diagnostics."""
    drafts, text = Workspace(settings=Configuration(), ledger=None, folder=None), draft(kilobytes * 1000)
    drafts.put("file:///a.md", "a.md", text, 1)
    started = time.perf_counter()
    drafts.check()
    print(
        f"whole draft, {len(text):,} characters, {len(drafts.open['file:///a.md'].findings)} findings: {(time.perf_counter() - started) * 1000:.0f} ms"
    )
    place, times = text.index("营收", len(text) // 2), []
    for number in range(100):
        text = f"{text[:place]}今{text[place:]}"
        started = time.perf_counter()
        diagnostics(drafts.edit("file:///a.md", text, number + 2), encoding="utf-16", uri_of=lambda document: document.name)
        times.append((time.perf_counter() - started) * 1000)
    return times


if __name__ == "__main__":
    found = measured(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
    print(f"an edit: median {statistics.median(found):.1f} ms, slowest {max(found):.1f} ms")
