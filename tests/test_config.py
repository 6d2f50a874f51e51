"""The project's settings: where they are found, what they may say, and what a mistake is told as."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from factcheck import check
from factcheck.config import Configuration, ConfigurationError, find, load, schema


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    """Settings are looked for here, then above; a pyproject.toml that says nothing of factcheck is passed by."""
    above = written(tmp_path, "factcheck.toml", 'select = ["unit"]')
    written(tmp_path, "project/pyproject.toml", "[project]\nname = 'x'")
    here = written(tmp_path, "project/drafts/pyproject.toml", "[tool.factcheck]\nignore = ['unit']")

    assert here == find(tmp_path / "project" / "drafts")
    assert above == find(tmp_path / "project")


def test_without_a_file_everything_is_checked() -> None:
    """The default selects all checks and fails on errors."""

    assert Configuration() == load(None)
    assert ((), (), None, "error", {}) == (
        load(None).select,
        load(None).ignore,
        load(None).claims,
        load(None).fail_on,
        load(None).checks,
    )


@pytest.mark.parametrize(("name", "prefix"), [("factcheck.toml", ""), ("pyproject.toml", "tool.factcheck.")])
def test_every_setting(tmp_path: Path, house: Callable[..., None], name: str, prefix: str) -> None:
    """Names, ledger, level and options of checks; a number is exact, a path is meant from the file's folder."""
    house(care="""'Page.'\nfrom decimal import Decimal\nLEVEL = 'note'\ndef check(case, least=Decimal(1), words=()): ...""")
    head = f"[{prefix.rstrip('.')}]\n" if prefix else ""
    text = f'{head}select = ["garble", "unit"]\nignore = ["unit/scale-slip"]\nclaims = "claims"\nfail-on = "warning"\n'
    text += f'[{prefix}checks."house/care"]\nleast = 0.10\nwords = ["a"]\n'
    settings = load(written(tmp_path, name, text))

    assert (("garble", "unit"), ("unit/scale-slip",)) == (settings.select, settings.ignore)
    assert (tmp_path / "claims", "warning") == (settings.claims, settings.fail_on)
    assert {"house/care": {"least": Decimal("0.10"), "words": ["a"]}} == settings.checks


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = []", 'no setting "selct" (did you mean "select"?)'),
        ("fail_on = 'note'", 'no setting "fail_on" (did you mean "fail-on"?)'),
        ("path = 'x'", 'no setting "path"'),
        ("select = 'unit'", "select: expected a list of checks and families, got 'unit'"),
        ("fail-on = 'errors'", "fail-on: expected one of error, warning, note, never, got 'errors'"),
        ("claims = 3", "claims: expected the path of a folder, in quotes, got 3"),
        ("checks = []", "checks: expected a table of options for each check, got []"),
        ("select = ['unit', 3]", "select.1: expected a list of checks and families, got 3"),
        ("select = [", "expected TOML in UTF-8"),
        ("ignore = ['garbel']", 'no check or family "garbel" (did you mean "garble"?)'),
        ("checks.'garble/digit-tokens' = {}", 'no check "garble/digit-tokens" (did you mean "garble/digit-token"?)'),
        ("checks.'garble/digit-token'.least = 3", 'check garble/digit-token has no option "least"'),
    ],
)
def test_a_mistake_is_one_line(tmp_path: Path, text: str, message: str) -> None:
    """File, key, what was expected, what came, and a guess at what was meant."""
    path = written(tmp_path, "factcheck.toml", text)
    with pytest.raises(ConfigurationError) as caught:
        load(path)

    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_two_mistakes_are_two_lines(tmp_path: Path) -> None:
    """All mistakes of a file are told at once."""
    with pytest.raises(ConfigurationError) as caught:
        load(written(tmp_path, "factcheck.toml", "selct = []\nignroe = []"))

    assert 2 == len(str(caught.value).splitlines())


def test_a_table_that_is_none(tmp_path: Path) -> None:
    """`tool.factcheck = 3` is told, whatever it was meant to be."""
    with pytest.raises(ConfigurationError, match=r"tool.factcheck is a table of settings, not 3"):
        load(written(tmp_path, "pyproject.toml", "tool.factcheck = 3"))


def test_entities_and_words_of_the_house(tmp_path: Path) -> None:
    """An entity by any of its names with its calendar, a name that holds no figure, a house word for a measure."""
    text = '[entities."海湾食品"]\naliases = ["Harbor Foods"]\nfiscal-year-end = "03-31"\n[words]\nnames = ["1919酒类"]\nmeasures = { "流水" = "revenue" }\n'
    settings = load(written(tmp_path, "factcheck.toml", text))
    report = check("Harbor Foods 2022财年的流水为100.0亿元，与1919酒类合作。", **settings.arguments())
    (claim,) = (claim for claim in report.claims if claim.mention.kind == "money")

    assert ("海湾食品", "revenue", "2021-04-01/2022-03-31") == (
        claim.subject,
        claim.measure,
        str(getattr(claim.period, "edtf", None)),
    )
    assert not any("1919" in claim.text for claim in report.claims)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[words]\nmeasure = {}", 'no setting "words.measure" (did you mean "measures"?)'),
        ('[words.measures]\n"流水" = "revenu"', 'no measure "revenu" for 流水 (did you mean "revenue"?)'),
        ('[entities.X]\nfiscal-year-end = "3-31"', "entities.X.fiscal-year-end: expected a day as \"03-31\", got '3-31'"),
        ('[entities.X]\nalias = ["Y"]', 'no setting "entities.X.alias" (did you mean "aliases"?)'),
        ('[per-file-ignores]\n"a/**" = ["garbel"]', 'no check or family "garbel"'),
    ],
)
def test_a_mistake_inside_a_table(tmp_path: Path, text: str, message: str) -> None:
    """It is told with its place, and a guess."""
    with pytest.raises(ConfigurationError) as caught:
        load(written(tmp_path, "factcheck.toml", text))

    assert message in str(caught.value)


def test_the_schema_takes_what_the_loader_takes() -> None:
    """The published schema is valid, takes a full file and refuses a misspelt key."""
    validator = Draft202012Validator(schema())
    validator.check_schema(schema())

    assert validator.is_valid(
        {"select": ["garble"], "fail-on": "note", "entities": {"X": {"aliases": ["Y"]}}, "per-file-ignores": {"a": ["unit"]}}
    )
    assert not validator.is_valid({"selct": []})
    assert not validator.is_valid({"ignore": ["garbel"]})
