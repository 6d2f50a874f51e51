"""Signs in the wrong encoding: the figure that a spoilt sign belongs to is read with it."""

import pytest

import factcheck

SPOILT = [
    ("The fee is Ã‚Â£450 a year.", "Ã‚Â£450", ("450", "GBP")),
    ("The fee is â‚¬ 450 a year.", "â‚¬ 450", ("450", "EUR")),
    ("The fee is 450 â‚¬ a year.", "450 â‚¬", ("450", "EUR")),
    ("A high of 23 Â°C in May.", "23 Â°C", ("23", "°C")),
    ("夏季平均气温为23 ¡ãC。", "23 ¡ãC", ("23", "°C")),
    ("He lived there 1987â€“1994 with her.", "1987â€“1994", ("1987/1994", None)),
    ("A high of 23\ufffdC in May.", "\ufffd", ("23", None)),
]


@pytest.mark.parametrize(("sentence", "words", "reading"), SPOILT)
def test_the_figure_beside_a_spoilt_sign_is_read(sentence: str, words: str, reading: tuple[str, str | None]) -> None:
    """A sign touches its figure, or stands one blank from it; the reading has the unit that the sign gives."""
    rows = [factcheck.to_row(finding) for finding in factcheck.check(sentence, select=["garble"]).findings]

    assert [words] == [row["text"] for row in rows]
    assert [reading] == [(one["value"], one["unit"]) for one in rows[0]["readings"]]


def test_a_sign_without_a_figure_has_no_reading() -> None:
    """A quotation mark in the wrong encoding says nothing of a number."""
    (finding,) = factcheck.check("She said â€œno 12 times.", select=["garble"]).findings

    assert () == finding.readings
