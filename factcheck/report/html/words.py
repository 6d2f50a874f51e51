"""What the pages say, in Chinese and English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

Words = Mapping[str, str]


@cache
def catalogue() -> Mapping[str, Words]:
    """The words of each language by their key."""
    return tomllib.loads(resources.files("factcheck.report.html").joinpath("words.toml").read_text(encoding="utf-8"))
