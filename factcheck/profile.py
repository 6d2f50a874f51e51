"""A profile: which checks a kind of publisher wants, how grave their findings are, and how its errors are counted."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from factcheck.finding import Finding, Level

# What Chinese publishing counts errors by.
CHARACTERS = 10_000


class Profile(BaseModel):
    """A profile as `profiles.toml` has it; `points` are by family, `most` is how many a sound text has per 10,000 characters."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    description: str
    fail_on: Level = "error"
    ignore: tuple[str, ...] = ()
    levels: dict[str, Level] = {}
    points: dict[str, Fraction] = {}
    most: Fraction | None = None

    def level(self, finding: Finding, own: Level) -> Level:
        """How grave a finding is: what the profile says of its check or family, where the finding is as grave as its check."""
        level = finding.level or own
        return self.levels.get(finding.check, self.levels.get(finding.check.partition("/")[0], level)) if level == own else level

    def rate(self, findings: Iterable[Finding], *, characters: int) -> Fraction | None:
        """The points per 10,000 characters of the findings that are no notes and count; None where the profile counts none."""
        if self.most is None or not characters:
            return None
        counted = [finding for finding in findings if finding.level != "note" and finding.silence is None]
        points = sum((self.points.get(finding.check.partition("/")[0], Fraction(0)) for finding in counted), Fraction(0))
        return points * CHARACTERS / characters


@cache
def profiles() -> dict[str, Profile]:
    """Every profile by its name."""
    page = (Path(__file__).parent / "profiles.toml").read_text(encoding="utf-8")
    return {name: Profile.model_validate(table) for name, table in tomllib.loads(page).items()}
