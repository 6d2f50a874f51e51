"""Forms of figures: each sentence of forms.toml states just the figures that stand beside it, however it is typeset."""

import re
import tomllib
from pathlib import Path

import pytest

import factcheck

HERE = Path(__file__).parent
FORMS = tomllib.loads((HERE / "forms.toml").read_text(encoding="utf-8"))["form"]
TIMES = tomllib.loads((HERE / "periods.toml").read_text(encoding="utf-8"))["time"]
# Where Chinese and digits meet; some set a blank there.
MEETING = re.compile(r"(?<=[\u3400-\u9fff])(?=[0-9])|(?<=[0-9%])(?=[\u3400-\u9fff])")
MEETINGS = [row["text"] for group in (*FORMS, *TIMES) for row in group["sentences"] if MEETING.search(row["text"])]
ROWS = [
    pytest.param(row["text"], row["figures"], id=f"{form['family']}-{row['text']}") for form in FORMS for row in form["sentences"]
]


def said(mention):
    """What a mention says, as a row of the file writes it."""
    row = factcheck.to_row(mention)
    value = "..".join(row["value"]) if isinstance(row["value"], list) else row["value"]
    words = [row["kind"], value, row["unit"] or "-", row["hedge"]]
    return " ".join(words if row["hedge"] != "exact" else words[:3])


@pytest.mark.parametrize(("text", "figures"), ROWS)
def test_the_figures_of_a_sentence(text, figures):
    """Kind, value, unit and hedge of every figure, and no figure besides."""
    assert figures == [said(mention) for mention in factcheck.extract(text)]


@pytest.mark.parametrize("text", MEETINGS)
def test_blanks_between_chinese_and_digits(text):
    """A text that parts them states what it states without the blanks."""
    parted = MEETING.sub(" ", text)
    assert [said(mention) for mention in factcheck.extract(text)] == [said(mention) for mention in factcheck.extract(parted)]
