"""Forms of figures: each sentence of forms.toml states just the figures that stand beside it."""

import tomllib
from pathlib import Path

import pytest

import factcheck

FORMS = tomllib.loads((Path(__file__).parent / "forms.toml").read_text(encoding="utf-8"))["form"]
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
