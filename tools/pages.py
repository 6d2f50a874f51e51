"""Write what the pages show from what the program does: `python tools/pages.py`.

Each ```console block of README.md and docs/*.md is run again and gets the output as it is; docs/checks.md is written anew from the
checks' own pages. `tests/test_docs.py` fails where a page is stale.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from factcheck import registry

ROOT = Path(__file__).resolve().parents[1]
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CHECKS = """# Checks

Written by `tools/pages.py` from the checks themselves; `factcheck explain NAME` prints the whole page of one.

An `error` says that the figures cannot all be true, a `warning` that a reader is misled, a `note` what an editor may want to know.

| check | level | what is true of a correct text |
|---|---|---|
"""


NOT_CHECKED = """
## Not checked

What editors know for a defect and factcheck leaves alone, and why.

| defect | why |
|---|---|
| a number of people larger than the population of the place | needs a table of populations with dates; the ledger is the place for one |
| a figure far above its siblings, digits that are no chance | real jumps and real rounding are commoner than slips |
| persons against visits, an amount without its currency, a unit that the measure does not have (功率5千瓦时) | speech leaves so much out |
| per thousand against per ten thousand | the base is seldom written beside the second figure |
| 二个月 for 两个月, 90年代 without its century, kph for km/h, km beside 公里 | taste of a house, not a figure; a dictionary of style does it better |
| "three times more", 翻了三倍 without its two figures | both readings are in use; with the figures arithmetic/multiple decides |
| 平均…都, 持平 or "unchanged" beside two different figures | needs to know whether several averages, and which two figures, are meant |
| a fact dated after the publication, a record that another figure breaks | tense and scope decide, which words alone do not tell |
| dates in several forms (2007-4-05 beside 8 May) | tables, quotations and citations have forms of their own |
| 1.3亿 beside 1.313亿 | right, and usual |
"""


def output(command: str) -> str:
    """What a command prints, as it is shown in a page. Raises SystemExit where it cannot run: a page would show that as the truth."""
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100", "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-m", *command.split()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=environment,
        check=False,
    )
    if ran.returncode not in (0, 1):
        raise SystemExit(f"{command}: {ran.stderr or ran.stdout}")
    return ran.stdout + ran.stderr


def shown(block: re.Match[str]) -> str:
    """A block with each of its commands run."""
    commands = [line[2:] for line in block[1].splitlines() if line.startswith("$ factcheck ")]
    return "```console\n" + "".join(f"$ {command}\n{output(command)}" for command in commands) + "```"


def main() -> None:
    """Write the pages."""
    rows = []
    for name in sorted(registry.known()):
        check = registry.load(name)
        rows.append(f"| `{name}` | {check.level} | {check.page.strip().splitlines()[0]} |\n")
    (ROOT / "docs" / "checks.md").write_text(CHECKS + "".join(rows) + NOT_CHECKED, encoding="utf-8")
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        text = page.read_text(encoding="utf-8")
        page.write_text(CONSOLE.sub(shown, text), encoding="utf-8")


if __name__ == "__main__":
    main()
