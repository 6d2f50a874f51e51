"""Plant damage in every passage of some texts and say what is found: `python tools/planted_damage.py TEXTS.jsonl… [--seed N]`.

Each line of a file is a JSON string, or an object with a `text`. Prints, by rule, how many figures were damaged, found and read.
"""

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.planting import outcome, passages, planted


def main() -> None:
    """Plant, check and count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-v", "--verbose", action="store_true", help="show each figure that is not found or not read")
    options = parser.parse_args()
    chance, counts = random.Random(options.seed), Counter()
    for path in options.files:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for passage in passages(row if isinstance(row, str) else row["text"]):
                case = planted(passage, chance=chance)
                if case is None:
                    continue
                found, read = outcome(case)
                counts[case.rule, "planted"] += 1
                counts[case.rule, "found"] += found
                counts[case.rule, "read"] += read
                if options.verbose and not read:
                    words = case.text[max(0, case.start - 30) : case.end + 20].replace("\n", " ")
                    sys.stderr.write(f"{'unread' if found else 'unseen'} {case.rule} {case.value} | {words}\n")
    for rule in sorted({rule for rule, _ in counts}):
        sys.stdout.write(f"{rule}: {counts[rule, 'planted']} planted, {counts[rule, 'found']} found, {counts[rule, 'read']} read\n")
    total, found, read = (sum(counts[key] for key in counts if key[1] == name) for name in ("planted", "found", "read"))
    sys.stdout.write(f"planted {total}, found {found / total:.4f}, read first {read / total:.4f}\n")


if __name__ == "__main__":
    main()
