"""Wrapped lines are read on; lines of their own are not."""

import pytest

from factcheck import check
from factcheck.read import read_bytes

ENGLISH = "The company said on Monday that its sales rose 20.0% from 100.0\nmillion yuan to 130.0 million yuan in the year, more than it expected.\n"
CHINESE = "海湾食品股份有限公司今天在海州公布的年报显示，公司全年的营业收入由100.0亿元\n增长20.0%至130.0亿元。\n"


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.tex"])
@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_a_sentence_goes_on_in_the_next_line(name: str, text: str) -> None:
    """The figures on both lines are of one sentence, one of them broken between number and unit."""
    words = text.replace("%", "\\%") if name == "a.tex" else f"<p>{text}</p>" if name == "a.html" else text

    assert ["arithmetic/growth"] == [finding.check for finding in check(read_bytes(words.encode(), name=name)).findings]


@pytest.mark.parametrize(
    "text", ["营收由100.0亿元增长\n20.0%至130.0亿元。\n", "Sales rose 20.0%  \nfrom 100.0 million yuan to 130.0 million yuan"]
)
def test_a_short_line_or_a_hard_break_is_a_line_of_its_own(text: str) -> None:
    """In Markdown, where drafts set a line for each statement."""
    assert [] == [mask.name for mask in read_bytes(text.encode(), name="a.md").masks if mask.name == "wrap"]
