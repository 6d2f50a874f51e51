"""The scores reached so far do not fall. Skipped where the measuring data is not at hand."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
SCORES = tomllib.loads((HERE / "scores.toml").read_text(encoding="utf-8"))["score"]


@pytest.mark.skipif(not (SHARED / "score" / "score.py").is_file(), reason="the measuring data is not at hand")
@pytest.mark.parametrize("score", SCORES, ids=[score["name"] for score in SCORES])
def test_scores_do_not_fall(score):
    """Each figure of tests/scores.toml is still reached."""
    files = [str(path) for pattern in score["files"] for path in sorted((SHARED / "data").glob(pattern))]
    command = [sys.executable, str(SHARED / "score" / "score.py"), score["measure"], *files]
    for option, values in (("--at-least", score.get("at_least", {})), ("--at-most", score.get("at_most", {}))):
        for name, value in values.items():
            command += [option, f"{name}={value}"]
    environment = {"PYTHONPATH": str(HERE.parent), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(
        [*command, *score.get("options", [])], capture_output=True, text=True, env=environment, cwd=HERE.parent, check=False
    )

    assert ran.returncode == 0, re.sub(r"(?m)^family.*\n", "", ran.stdout)[-1500:] + ran.stderr[-1500:]
