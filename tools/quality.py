"""Write docs/quality.md: what each check finds and what it says of sound sentences, on our own sentences: `python tools/quality.py`.

The sentences are the examples of the checks' pages and the pairs {sound|broken} of tests/extract/relations.toml and paraphrases.toml. They
were written by those who wrote the checks; other people's drafts are harder.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from factcheck import check, registry  # noqa: E402 - the tests' own reading of examples is used
from tests.checks.test_examples import EXAMPLES, checked, marked, options  # noqa: E402

PAGES = ("relations.toml", "paraphrases.toml")
PAIR = re.compile(r"\{(?P<sound>[^{}|]*)\|(?P<broken>[^{}|]*)\}")
HEAD = """# How well the checks do

Written by `tools/quality.py`, on sentences of our own: the examples of the checks' pages, and pairs of a sound sentence and the same with
one figure changed. They were written by those who wrote the checks; other people's drafts are harder. Precision is the share of right
findings among all errors and warnings that a check gave.

"""


def pairs() -> Iterator[tuple[str, str, str]]:
    """The kind of each pair, its sound and its broken sentence."""
    for name in PAGES:
        for kind, rows in tomllib.loads((ROOT / "tests" / "extract" / name).read_text(encoding="utf-8")).items():
            for row in rows if isinstance(rows, list) else ():
                if isinstance(row, str) and PAIR.search(row):
                    yield kind, PAIR.sub(lambda match: match["sound"], row), PAIR.sub(lambda match: match["broken"], row)


def loud(text: str) -> set[str]:
    """The checks that say an error or a warning of a text."""
    return {finding.check for finding in check(text, ignore=["silence"]).findings if finding.level != "note"}


def main() -> None:
    """Count, and write the page."""
    shown: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    for name, kind, text in EXAMPLES:
        documents, _ = marked(text)
        if kind == "Bad":
            shown[name] += 1
            found[name] += bool(checked(documents, name, options(registry.load(name).page, text)).findings)
        elif len(documents) == 1 and not text.startswith(("ledger: ", "source: ", "before: ")):
            wrong.update({one for one in loud(documents[0].text) if one == name})
    for kind, sound, broken in pairs():
        said, false = loud(broken), loud(sound)
        right.update(said)
        wrong.update(false)
        row = kinds.setdefault(kind, Counter())
        row.update({"all": 1, "found": bool(said - false), "false": bool(false)})
    lines = [
        "| check | bad examples found | changed figures found | sound sentences on which it spoke | precision |",
        "|---|---|---|---|---|",
    ]
    for name in sorted(registry.known()):
        hits = found[name] + right[name]
        precision = f"{hits / (hits + wrong[name]):.3f}" if hits else "–"
        lines.append(f"| `{name}` | {found[name]} of {shown[name]} | {right[name]} | {wrong[name]} | {precision} |")
    lines += ["", "| kind of sentence | pairs | changed figure found | recall | sound sentence silent |", "|---|---|---|---|---|"]
    for kind, row in sorted(kinds.items()):
        lines.append(
            f"| {kind.replace('_', ' ')} | {row['all']} | {row['found']} | {row['found'] / row['all']:.3f} | {row['all'] - row['false']} |"
        )
    (ROOT / "docs" / "quality.md").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
