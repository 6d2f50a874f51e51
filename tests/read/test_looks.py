"""What only changes the look of a word, or takes no room, parts no number from its unit."""

import pytest

from factcheck.extract import extract
from factcheck.read import read_bytes


@pytest.mark.parametrize(
    ("name", "text", "written", "value", "unit"),
    [
        ("draft.md", "收入**12.5**亿元。", "12.5**亿元", 1_250_000_000, "CNY"),
        ("draft.md", "收入为**12.5亿**元。", "12.5亿**元", 1_250_000_000, "CNY"),
        ("draft.md", "They paid **$40** million.", "$40** million", 40_000_000, "USD"),
        ("draft.md", "They paid $**40** million.", "$**40** million", 40_000_000, "USD"),
        ("draft.md", "全長<b>35</b>公里。", "35</b>公里", 35, "km"),
        ("draft.html", "<p>會員<em>3.5</em><small>萬</small>人", "3.5</em><small>萬</small>人", 35_000, "person"),
        ("draft.html", '<p>占地12<font face="SimSun">公顷</font>。', '12<font face="SimSun">公顷', 12, "ha"),
        ("draft.html", '<p>It cost $<span class="n4">7.2</span>&nbsp;billion.', '$<span class="n4">7.2</span>&nbsp;billion', 7_200_000_000, "USD"),
        ("draft.html", "<p>It lies 18&#160;km off.", "18&#160;km", 18, "km"),
        ("draft.tex", "It cost \\textbf{12}~million dollars.", "12}~million dollars", 12_000_000, "USD"),
        ("draft.txt", "用户1.2\u200b亿人。", "1.2\u200b亿人", 120_000_000, "person"),
        ("draft.txt", "He paid $\u200e40\u200e million.", "$\u200e40\u200e million", 40_000_000, "USD"),
    ],
)  # fmt: skip
def test_a_figure_is_read_through_its_looks(name: str, text: str, written: str, value: int, unit: str) -> None:
    """The figure is one, and its text is what the file holds."""
    (mention,) = extract(read_bytes(text.encode(), name=name))

    assert mention.quantity is not None
    assert (written, value, unit) == (mention.text, mention.quantity.value, mention.quantity.unit)


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("draft.html", "<p>We hired 1200<sup>2</sup> people.", ["1200"]),
        ("draft.html", "<p>Rooms <span>12</span><span>34</span> are open.", ["12", "34"]),
        ("draft.md", "He made 143*, and 88* later.", ["143", "88"]),
        ("draft.md", "In Python 2**10 is 1024.", ["2", "10", "1024"]),
    ],
)
def test_what_stands_apart_stays_apart(name: str, text: str, written: list[str]) -> None:
    """A raised mark, two boxes, a star: no part of a number."""

    assert written == [text[mention.number.start : mention.number.end] for mention in extract(read_bytes(text.encode(), name=name))]
