"""What the pages say, in Chinese and English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from factcheck.wording import language_of

Words = Mapping[str, str]


@cache
def catalogue() -> Mapping[str, Words]:
    """The words of each language by their key."""
    return tomllib.loads(resources.files("factcheck.report.html").joinpath("words.toml").read_text(encoding="utf-8"))


def words_of(text: str) -> Words:
    """The words in the language of a draft."""
    return catalogue()[language_of(text)]
