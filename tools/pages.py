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


def output(command: str) -> str:
    """What a command prints, as it is shown in a page."""
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
    (ROOT / "docs" / "checks.md").write_text(CHECKS + "".join(rows), encoding="utf-8")
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        text = page.read_text(encoding="utf-8")
        page.write_text(CONSOLE.sub(shown, text), encoding="utf-8")


if __name__ == "__main__":
    main()
