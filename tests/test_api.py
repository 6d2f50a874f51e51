"""The public names: they are there, they are all, they come when they are used and not before."""

import pickle
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import factcheck


def test_every_name_is_there() -> None:
    """Each name of `__all__` can be got, and `__all__` is sorted and is what the package hands out."""
    handed_out = sorted(name for names in factcheck.HOMES.values() for name in names)

    assert handed_out == sorted(factcheck.__all__)
    assert all(getattr(factcheck, name) is not None for name in factcheck.__all__)
    assert set(factcheck.__all__) <= set(dir(factcheck))


def test_the_version_is_that_of_the_distribution() -> None:
    """The version stands in the package and in pyproject.toml."""
    project = tomllib.loads((Path(factcheck.__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["version"] == factcheck.__version__


def test_an_unknown_name_is_an_attribute_error() -> None:
    """`factcheck.chek` fails as in any module."""
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        _ = factcheck.chek


def test_importing_the_package_imports_nothing_heavy() -> None:
    """`import factcheck` leaves pydantic, regex and click alone."""
    code = "import sys, factcheck; print(sorted({'pydantic', 'regex', 'click', 'rapidfuzz', 'ahocorasick_rs'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]\n" == said.stdout


@pytest.mark.parametrize("first", ["factcheck.engine", "factcheck.extract", "factcheck.read.html", "factcheck.cli"])
def test_read_and_extract_stay_functions(first: str) -> None:
    """Whatever was imported before, `factcheck.read` and `factcheck.extract` are the functions."""
    code = (
        f"import {first}, factcheck; print(factcheck.read.__module__, factcheck.extract.__name__, factcheck.extract('3%')[0].text)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")

    assert "factcheck.read extract 3%\n" == said.stdout


def test_a_text_and_a_document_are_taken_alike() -> None:
    """`extract`, `claims` and `check` take a text or a Document."""
    text = "营收105.2亿元，同比增长8.3%。"
    document = factcheck.Document(text, name="memo")

    assert [m.text for m in factcheck.extract(text)] == [m.text for m in factcheck.extract(document)]
    assert [c.text for c in factcheck.claims(text)] == [c.text for c in factcheck.claims(document)]
    assert factcheck.check(text).coverage == factcheck.check(document).coverage


def test_rows_of_every_kind() -> None:
    """`to_row` makes plain dicts of mentions and claims, and says what it cannot make one of."""
    (mention, *_), (claim, *_) = factcheck.extract("营收105.2亿元"), factcheck.claims("营收105.2亿元")

    assert "mention" == factcheck.to_row(mention)["type"]
    assert "claim" == factcheck.to_row(claim)["type"]
    with pytest.raises(TypeError, match="got int"):
        factcheck.to_row(3)  # type: ignore[arg-type]


def test_a_report_goes_to_another_process() -> None:
    """Programs that check in several processes send reports and errors between them: they say the same there, in every language."""
    report = factcheck.check("收入由100亿元增加20%至150亿元，注册用户达1090,000人。")
    sent = pickle.loads(pickle.dumps(report))
    with pytest.raises(factcheck.ReadError) as caught:
        factcheck.read("nowhere.md")

    for language in ("en", "zh"):
        rows = [[factcheck.to_row(one) for one in each.in_language(language).findings] for each in (report, sent)]
        assert rows[0] == rows[1] != []
    assert str(pickle.loads(pickle.dumps(caught.value))) == "nowhere.md: no such file; check the path"
