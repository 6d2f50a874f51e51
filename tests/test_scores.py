"""The scores reached so far do not fall. Skipped where the measuring data is not at hand."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
EXCEPTIONS = tomllib.loads((HERE / "extract" / "public_exceptions.toml").read_text(encoding="utf-8"))["exception"]
SCORES = tomllib.loads((HERE / "scores.toml").read_text(encoding="utf-8"))["score"]


def without_exceptions(path, folder):
    """A copy of a test set of another extractor without the lines whose convention is not ours."""
    name = path.relative_to(SHARED / "data" / "public").with_suffix("").as_posix()
    excepted = {line for row in EXCEPTIONS if row["set"] == name for line in row["lines"]}
    copy = folder / path.relative_to(SHARED / "data")
    copy.parent.mkdir(parents=True, exist_ok=True)
    lines = path.read_text(encoding="utf-8").split("\n")
    copy.write_text("\n".join(line for number, line in enumerate(lines, start=1) if number not in excepted), encoding="utf-8")
    return copy


def test_exceptions_are_in_order_and_say_why():
    """The sets stand in the order of their names, the lines in theirs, none twice, each with its reason."""
    sets = [row["set"] for row in EXCEPTIONS]
    lines = [(row["set"], line) for row in EXCEPTIONS for line in row["lines"]]

    assert sorted(sets) == sets
    assert all(sorted(row["lines"]) == row["lines"] and row["reason"] for row in EXCEPTIONS)
    assert len(set(lines)) == len(lines)


@pytest.mark.skipif(not (SHARED / "score" / "score.py").is_file(), reason="the measuring data is not at hand")
@pytest.mark.parametrize("score", SCORES, ids=[score["name"] for score in SCORES])
def test_scores_do_not_fall(score, tmp_path):
    """Each figure of tests/scores.toml is still reached."""
    paths = [path for pattern in score["files"] for path in sorted((SHARED / "data").glob(pattern))]
    files = [str(without_exceptions(path, tmp_path)) if score["measure"] == "numbers" else str(path) for path in paths]
    command = [sys.executable, str(SHARED / "score" / "score.py"), score["measure"], *files]
    for option, values in (("--at-least", score.get("at_least", {})), ("--at-most", score.get("at_most", {}))):
        for name, value in values.items():
            command += [option, f"{name}={value}"]
    environment = {"PYTHONPATH": str(HERE.parent), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        [*command, *score.get("options", [])], capture_output=True, text=True, env=environment, cwd=HERE.parent, check=False
    )

    assert ran.returncode == 0, re.sub(r"(?m)^family.*\n", "", ran.stdout)[-1500:] + ran.stderr[-1500:]
