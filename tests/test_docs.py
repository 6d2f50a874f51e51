"""What the documents show is what the program does."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import registry

ROOT = Path(__file__).resolve().parents[1]
SPECIFICATION = importlib.util.spec_from_file_location("pages", ROOT / "tools" / "pages.py")
assert SPECIFICATION is not None and SPECIFICATION.loader is not None
pages = importlib.util.module_from_spec(SPECIFICATION)
SPECIFICATION.loader.exec_module(pages)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sessions():
    """Each command of each page with the output that the page shows."""
    for page in PAGES:
        for block in pages.CONSOLE.findall(page.read_text(encoding="utf-8")):
            for piece in re.split(r"(?m)^\$ ", block)[1:]:
                command, _, shown = piece.partition("\n")
                yield pytest.param(command, shown, id=f"{page.name}: {command}")


@pytest.mark.parametrize(("command", "shown"), list(sessions()))
def test_commands_print_what_the_page_shows(command, shown):
    """`python tools/pages.py` writes the pages anew where this fails."""
    assert command.startswith("factcheck ")
    assert shown == pages.output(command)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_python_in_the_pages_runs(page):
    """Each Python block runs by itself from the top of the repository."""
    for block in PYTHON.findall(page.read_text(encoding="utf-8")):
        ran = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, cwd=ROOT, check=False)

        assert ran.returncode == 0, ran.stderr


def test_every_check_is_listed():
    """docs/checks.md has a line for each check, and none for a check that does not exist."""
    listed = re.findall(r"(?m)^\| `([a-z]+/[a-z0-9-]+)` \|", (ROOT / "docs" / "checks.md").read_text(encoding="utf-8"))

    assert sorted(registry.known()) == sorted(listed)


def test_links_lead_somewhere():
    """A relative link in a page names a file of the repository."""
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), (page.name, target)


def test_the_gate_runs_the_test_command_of_the_readme():
    """What the README tells a newcomer to run is what is run for every change."""
    commands = re.findall(r"(?m)^```sh\n(.*python3 -m venv.*)\n```$", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert len(commands) == 2
    assert commands[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
