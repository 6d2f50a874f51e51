"""Alter the figures of right drafts one at a time and say which are found: `python tools/altered_figures.py DRAFTS.md… [-v]`.

A figure is altered far beyond its rounding: its first digit is one more, or one less where it is a nine. Prints what each draft
raises as it stands, which should be nothing, how many alterations raise something, and by which check.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.altering import altered, raised


def main() -> None:
    """Alter, check and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="show each figure, and what finds it altered")
    options = parser.parse_args()
    checks: Counter[str] = Counter()
    total = found = 0
    for path in options.files:
        text = path.read_text(encoding="utf-8")
        standing = raised(text)
        for check in standing:
            sys.stdout.write(f"{path.name}: {check} on the draft as it stands\n")
        seen = 0
        alterations = altered(text)
        for alteration in alterations:
            names = sorted(Counter(raised(alteration.text)) - Counter(standing))
            checks.update(names)
            seen += bool(names)
            if options.verbose:
                words = text[max(0, alteration.start - 24) : alteration.end + 16].replace("\n", " ")
                sys.stdout.write(f"  {alteration.now:>10} | {words} | {', '.join(names) or 'unseen'}\n")
        total, found = total + len(alterations), found + seen
        sys.stdout.write(f"{path.name}: {seen} of {len(alterations)} found\n")
    for name, count in checks.most_common():
        sys.stdout.write(f"  {name}: {count}\n")
    sys.stdout.write(f"altered {total}, found {found}\n")


if __name__ == "__main__":
    main()
