"""Firms and places that nobody knows: what one draft says of them twice, or two drafts do, is held against itself."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from factcheck import Document, check

DRAFTS = tomllib.loads((Path(__file__).resolve().parent / "unknown_names.toml").read_text(encoding="utf-8"))["draft"]
MARKED = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")


def found(draft, *, group):
    """The level and the words of each conflict of a draft, with the first or the second figure of its marks in place."""
    documents = [Document(MARKED.sub(rf"\{group}", text), name=f"draft {number}") for number, text in enumerate(draft["texts"])]
    return [
        (finding.level, finding.span.start, finding.document.text[finding.span.start : finding.span.end])
        for finding in check(documents).findings
        if finding.check == "consistency/same-key-conflict"
    ]


@pytest.mark.parametrize("draft", DRAFTS, ids=[draft["name"] for draft in DRAFTS])
def test_a_figure_that_contradicts_the_draft_is_found(draft):
    """The one figure that another statement of the same thing denies is raised where it stands, and nothing else is."""
    expected = [(draft["level"], mark.start(), mark[2]) for text in draft["texts"] for mark in MARKED.finditer(text)]

    assert expected == found(draft, group=2)


@pytest.mark.parametrize("draft", DRAFTS, ids=[draft["name"] for draft in DRAFTS])
def test_the_same_draft_without_the_slip_is_silent(draft):
    """Another year, another scope, another subject and honest rounding contradict nothing."""

    assert [] == found(draft, group=1)
