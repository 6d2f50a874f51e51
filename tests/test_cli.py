"""The command line, as sessions: what was typed, what lay in the folder, what was answered."""

import io
import json
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck import cli

SESSIONS = sorted((Path(__file__).parent / "sessions").glob("*.toml"))
TRUE = "2021年营收由136亿元增长48.3%至202亿元。\n"
FALSE = "2021年营收由136亿元增长48.3%至232亿元。\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command line in a folder of its own; answers with exit status, output and error output."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    def command(line: str, *, given: bytes = b"", **files: str | bytes) -> tuple[int, str, str]:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        monkeypatch.setattr(sys, "argv", shlex.split(line))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    return command


@pytest.mark.parametrize("path", SESSIONS, ids=[path.stem for path in SESSIONS])
def test_a_session(path: Path, run: Callable[..., tuple[int, str, str]]) -> None:
    """Each answer is the one written down: exit status, output, error output."""
    session = tomllib.loads(path.read_text(encoding="utf-8"))
    for step in session["step"]:
        status, output, errors = run(step["command"], **session.get("files", {}), given=step.get("given", "").encode())

        assert step.get("errors", "") == errors, step["command"]
        assert step.get("output", "") == output, step["command"]
        assert step["status"] == status, step["command"]


@pytest.mark.parametrize(
    ("options", "status"),
    [("", 1), ("--fail-on never", 0), ("--fail-on note", 1), ("--ignore arithmetic,consistency", 0), ("--select garble", 0)],
)
def test_exit_status(run: Callable[..., tuple[int, str, str]], options: str, status: int) -> None:
    """1 where a finding is grave enough, 0 where none is."""

    assert (status, "") == run(f"factcheck check {options} b.md", **{"b.md": FALSE})[::2]
    assert (0, "") == run(f"factcheck check {options} a.md", **{"a.md": TRUE})[::2]


def test_bad_files_do_not_stop_the_others(run: Callable[..., tuple[int, str, str]]) -> None:
    """Every file that cannot be read is one line; the others are checked; the exit status is 2."""
    files = {"empty.md": "", "image.md": b"\x89PNG\x00", "latin.txt": "café à Zürich".encode("latin-1"), "b.md": FALSE}
    status, output, errors = run("factcheck check empty.md image.md latin.txt missing.md b.md 'no/*.md'", **files)

    assert 2 == status
    assert "b.md:1:" in output
    assert ["no/*.md", "empty.md", "image.md", "latin.txt", "missing.md"] == [line.split(": ")[1] for line in errors.splitlines()]
    assert all(line.startswith("factcheck: ") for line in errors.splitlines())


@pytest.mark.parametrize("command", ["check --output ./b.md b.md", "check --comments b.md b.md", "compare --output b.md a.md b.md"])
def test_a_report_never_takes_the_place_of_a_draft(run: Callable[..., tuple[int, str, str]], tmp_path: Path, command: str) -> None:
    """A report that would be written over a draft is refused in a line, and the draft stays."""
    status, output, errors = run(f"factcheck {command}", **{"a.md": TRUE, "b.md": FALSE})

    assert (2, "", 1) == (status, output, errors.count("\n"))
    assert "b.md is a draft, and would be lost" in errors
    assert FALSE == (tmp_path / "b.md").read_text(encoding="utf-8")


def test_json_is_one_object(run: Callable[..., tuple[int, str, str]]) -> None:
    """`--format json` gives rows, the same bytes each time."""
    first, second = (run("factcheck check --format json b.md", **{"b.md": FALSE}) for _ in range(2))
    row = json.loads(first[1])

    assert first == second
    assert 1 == first[0]
    assert ["arithmetic/growth"] == [finding["check"] for finding in row["findings"]]
    assert 3 == row["coverage"]["disagrees"]


def test_no_documents_is_an_empty_json(run: Callable[..., tuple[int, str, str]]) -> None:
    """A program that reads the report gets one even where nothing could be read."""
    status, output, errors = run("factcheck check --format json missing.md")

    assert (2, []) == (status, json.loads(output)["findings"])
    assert "missing.md: no such file" in errors


def test_standard_input(run: Callable[..., tuple[int, str, str]]) -> None:
    """`-` is what comes in, in either encoding."""
    for encoding in ("utf-8", "gb18030"):
        status, output, _ = run("factcheck check -", given=FALSE.encode(encoding))

        assert (1, "-:1:") == (status, output[:4])


def test_extract_lists_every_figure(run: Callable[..., tuple[int, str, str]]) -> None:
    """As lines for a reader, as rows for a program."""
    _, output, _ = run("factcheck extract a.md", **{"a.md": TRUE})
    status, rows, _ = run("factcheck extract --format jsonl a.md")

    assert 4 == len(output.splitlines())
    assert (0, ["2021", "13600000000", "48.3", "20200000000"]) == (
        status,
        [json.loads(line)["value"] for line in rows.splitlines()],
    )


def test_the_settings_of_the_project_count(run: Callable[..., tuple[int, str, str]]) -> None:
    """What pyproject.toml ignores is not found; what the command line selects is, all the same."""
    files = {"b.md": FALSE, "pyproject.toml": '[tool.factcheck]\nignore = ["arithmetic", "consistency"]\n'}

    assert 0 == run("factcheck check b.md", **files)[0]
    assert 1 == run("factcheck check --select arithmetic/growth b.md")[0]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("selct = []", 'factcheck.toml: no setting "selct" (did you mean "select"?)'),
        ('select = ["arithmetics"]', 'factcheck.toml: no check or family "arithmetics" (did you mean "arithmetic"?)'),
        ('[checks."arithmetic/growth"]\nlevel = 3', 'factcheck.toml: check arithmetic/growth has no option "level"'),
        ("select = [", "factcheck.toml: expected TOML in UTF-8"),
    ],
)
def test_wrong_settings_are_one_line(run: Callable[..., tuple[int, str, str]], settings: str, words: str) -> None:
    """A mistake in the settings stops the run with one line."""
    status, output, errors = run("factcheck check b.md", **{"b.md": FALSE, "factcheck.toml": settings})

    assert (2, "", 1) == (status, output, len(errors.splitlines()))
    assert words in errors


@pytest.mark.parametrize("line", ["factcheck", "factcheck claims"])
def test_no_command_is_the_help(run: Callable[..., tuple[int, str, str]], line: str) -> None:
    """Without a command the help is printed as it is, and nothing was done."""
    status, output, errors = run(line)

    assert (2, "") == (status, output)
    assert errors.startswith(f"Usage: {line} [OPTIONS] COMMAND")
    assert "see factcheck" not in errors


def test_a_broken_ledger_is_told_and_the_drafts_are_checked(run: Callable[..., tuple[int, str, str]]) -> None:
    """Each defect of a ledger is one line; the exit status is 2."""
    status, output, errors = run("factcheck check --claims claims b.md", **{"b.md": FALSE, "claims/x.toml": "subject = "})

    assert 2 == status
    assert "arithmetic/growth" in output
    assert errors.startswith("factcheck: claims/x.toml: is not TOML")
    assert 1 == len(errors.splitlines())


def test_a_broken_check_is_told(run: Callable[..., tuple[int, str, str]], house: Callable[..., None]) -> None:
    """A check that raises is one line that names it; the others go on."""
    house(broken='"""It breaks."""\nLEVEL = "error"\ndef check(case):\n    return [1 / 0]\n')
    status, output, errors = run("factcheck check b.md", **{"b.md": FALSE})

    assert 2 == status
    assert "arithmetic/growth" in output
    assert (
        "factcheck: internal error in house/broken: ZeroDivisionError: division by zero (house_broken.py:4); the other checks went on\n"
        == errors
    )


def test_notes_can_be_left_out(run: Callable[..., tuple[int, str, str]], house: Callable[..., None]) -> None:
    """`--no-notes` shows errors and warnings only."""
    source = (
        '"""N."""\nfrom factcheck.finding import on\nLEVEL = "note"\ndef check(case):\n    yield on(case.mentions[0], "seen")\n'
    )
    house(note=source)

    assert "house/note" in run("factcheck check a.md", **{"a.md": TRUE})[1]
    assert "house/note" not in run("factcheck check --no-notes a.md")[1]


LEDGER = """
subject = "Harbour Line"

[[source]]
id = "gazette-2023"
title = "Annual results"
publisher = "Port Gazette"

[[claim]]
id = "revenue-2023"
measure = "revenue"
period = "2023"
amount = "12.6亿元"
source = "gazette-2023"
quote = "营收12.6亿元"
"""


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("claims verify", 0, "1 claim read from its quote"),
        ("claims verify claims", 0, "1 claim read from its quote"),
        ("claims list", 0, "revenue-2023  Harbour Line  revenue"),
        ("claims list --subject nobody", 0, ""),
        ("claims show revenue-2023", 0, "营收12.6亿元"),
        ("claims show revenue-2024", 2, 'no claim "revenue-2024" in claims (did you mean "revenue-2023"?)'),
        ("claims verify nowhere", 2, "nowhere: no such folder"),
        (
            "claims withdraw revenue-2023 --reason restated --date 2024-02-30",
            2,
            '"2024-02-30" is no day of the calendar; write year,',
        ),
        ("claims withdraw revenue-2023 --reason restated --date 2024-02-01 --claims nowhere", 2, "nowhere: no such folder"),
        ("claims diff nowhere", 2, 'claims diff: "nowhere" is no folder'),
        ("claims schema", 0, '"$schema"'),
    ],
)
def test_the_ledger_commands(run: Callable[..., tuple[int, str, str]], line: str, status: int, said: str) -> None:
    """The ledger can be verified, listed and shown; the folder `claims` is meant where none is named."""
    answer = run(f"factcheck {line}", **{"claims/harbour.toml": LEDGER})

    assert status == answer[0]
    assert said in answer[1] + answer[2]


def test_a_quote_that_does_not_hold_the_amount(run: Callable[..., tuple[int, str, str]]) -> None:
    """A claim that its quote does not bear out makes the exit status 1."""
    status, output, _ = run("factcheck claims verify", **{"claims/harbour.toml": LEDGER.replace("营收12.6", "营收12.8")})

    assert 1 == status
    assert "claims/harbour.toml:13: revenue-2023:" in output


def test_what_agrees_only_just_is_told_on_demand(run: Callable[..., tuple[int, str, str]]) -> None:
    """That figures agree only by rounding, or because one is hedged, is noted by `--explain-all` alone."""
    draft = {"a.md": "书店卖出1500本诗集，每本36元，总收入大概6万元。\n"}

    assert "only because a figure is hedged" not in run("factcheck check a.md", **draft)[1]
    assert "only because a figure is hedged" in run("factcheck check --explain-all a.md")[1]


def test_explain_is_the_page_of_a_check(run: Callable[..., tuple[int, str, str]]) -> None:
    """A check's page is its docstring; a family lists its checks, no name lists all."""
    status, output, _ = run("factcheck explain arithmetic/growth")

    assert 0 == status
    assert output.startswith("arithmetic/growth (error)\n\n")
    assert "\nBad:  " in output
    assert 'ignore = ["arithmetic/growth"]' in output
    family, everything = (run(f"factcheck explain {name}")[1].splitlines() for name in ("arithmetic", ""))
    assert any(line.startswith("arithmetic/growth: ") for line in family)
    assert len(everything) > len(family)


def test_explain_shows_options(run: Callable[..., tuple[int, str, str]], house: Callable[..., None]) -> None:
    """Options stand with their defaults, and where to set them."""
    house(care='"""Care."""\nLEVEL = "note"\ndef check(case, *, least=3):\n    yield from ()\n')
    _, output, _ = run("factcheck explain house/care")

    assert 'Options, under [tool.factcheck.checks."house/care"]:\n  least = 3\n' in output


def test_a_defect_of_the_program_is_one_line(run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback reaches the reader of a draft."""
    monkeypatch.setattr("factcheck.terminal.Problems.tell", lambda self, problem: 1 / 0)
    status, _, errors = run("factcheck check missing.md")

    assert 2 == status
    assert errors.startswith("factcheck: internal error: ZeroDivisionError: division by zero (test_cli.py:")
    assert 1 == len(errors.splitlines())


def test_the_module_is_the_command(tmp_path: Path) -> None:
    """`python -m factcheck` runs in a process of its own, whatever its locale, and ends with the exit status."""
    (tmp_path / "b.md").write_text(FALSE, encoding="utf-8")
    environment = {"LC_ALL": "C", "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "factcheck", "check", "b.md"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, env=environment, check=False)

    assert (1, b"") == (ran.returncode, ran.stderr)
    assert "⟦48.3%⟧" in ran.stdout.decode("utf-8")
