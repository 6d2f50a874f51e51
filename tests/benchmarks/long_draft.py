"""How the time of a check grows with the length of a draft: `python tests/benchmarks/long_draft.py [MEGABYTES …]`.

The draft is the examples, with their mistakes, and the drafts of the tests, again and again, each time under a heading of its own: sixty
figures in every thousand characters.
"""

import sys
import time
from pathlib import Path

import factcheck

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Time the check of drafts of the lengths given, in megabytes of text in UTF-8."""
    paths = [path for name in ("examples", "tests/drafts") for path in sorted((ROOT / name).glob("*.md"))]
    once = "".join(f"{path.read_text(encoding='utf-8')}\n\n" for path in paths)
    factcheck.check(once)
    for size in map(float, sys.argv[1:] or ("0.1", "0.2", "0.4")):
        text = "".join(f"# Part {part}\n\n{once}" for part in range(int(size * 1e6 / len(once.encode()))))
        start = time.process_time()
        report = factcheck.check(factcheck.Document(text, name="long.md"))
        spent = time.process_time() - start
        figures = report.coverage["figures"]
        print(
            f"{size} MB: {spent:.1f} s, {1e6 * spent / figures:.0f} µs a figure, {len(report.findings)} findings in {figures} figures"
        )


if __name__ == "__main__":
    main()
