"""Which figures of a sentence are bound together, told by what the checks find when one of them is wrong."""

import re
import tomllib
from pathlib import Path

import pytest

from factcheck import engine
from factcheck.document import Document
from factcheck.extract import build

HERE = Path(__file__).parent
TABLE = tomllib.loads((HERE / "relations.toml").read_text(encoding="utf-8"))
PARAPHRASES = tomllib.loads((HERE / "paraphrases.toml").read_text(encoding="utf-8"))
FAMILIES = ("arithmetic", "unit", "wording", "numeral", "plausibility")
SLOT = re.compile(r"\{([^|}]*)\|([^|}]*)\}")
ROWS = [
    (kind, row)
    for table in (TABLE, PARAPHRASES)
    for kind, rows in table.items()
    if kind not in ("silent", "unsolved")
    for row in rows
]


def loud(text: str) -> list[str]:
    """What is found in a text at the level of a warning or above."""
    report = engine.check(text, select=FAMILIES)

    assert () == report.failures

    return [f"{finding.check}: {finding.message}" for finding in report.findings if finding.level != "note"]


@pytest.mark.parametrize("row", [row for _, row in ROWS])
def test_figures_that_agree_are_silent(row: str) -> None:
    """A sentence whose figures agree raises nothing."""

    assert [] == loud(SLOT.sub(r"\1", row))


@pytest.mark.parametrize(("kind", "row"), ROWS)
def test_a_figure_that_is_wrong_is_found(kind: str, row: str) -> None:
    """The same sentence with one figure, verb or word changed raises at least a warning."""

    assert [] != loud(SLOT.sub(r"\2", row)), kind


@pytest.mark.parametrize("row", [*TABLE["unsolved"], *PARAPHRASES["unsolved"]])
def test_what_is_not_found_yet(row: str) -> None:
    """These pass unseen so far; one that is found belongs among the others."""

    assert [] == loud(SLOT.sub(r"\1", row))
    assert [] == loud(SLOT.sub(r"\2", row))


@pytest.mark.parametrize("sentence", [*TABLE["silent"], *PARAPHRASES["silent"]])
def test_figures_that_only_look_related(sentence: str) -> None:
    """Figures that no relation binds raise nothing, whatever their values."""

    assert [] == loud(sentence)


def roles(text: str) -> list[tuple[str, dict[str, list[str]]]]:
    """The relations of a text with the words that play their roles."""
    case = build([Document(text)])
    return [(one.name, {role: [claim.text for claim in claims] for role, claims in one.roles.items()}) for one in case.relations]


@pytest.mark.parametrize(
    "text",
    [
        "产值由30万元增加20%至36万元。",
        "产值为36万元，比去年的30万元增长20%。",
        "产值增长20%，从30万元增至36万元。",
    ],
)
def test_roles_come_from_words_and_not_from_their_order(text: str) -> None:
    """Three orders of one statement bind the same figures to the same roles."""

    assert [("growth", {"before": ["30万元"], "after": ["36万元"], "rate": ["20%"]})] == roles(text)


def test_two_changes_in_one_sentence_stay_apart() -> None:
    """Each rate belongs to the levels beside it."""
    text = "苹果由20吨增至25吨，增长25%，梨由40吨减至30吨，减少25%。"

    assert [
        ("growth", {"before": ["20吨"], "after": ["25吨"], "rate": ["25%"]}),
        ("fall", {"before": ["40吨"], "after": ["30吨"], "rate": ["25%"]}),
    ] == roles(text)


def test_a_verb_alone_binds_its_two_levels() -> None:
    """Without a rate the direction is what the sentence says."""

    assert [("drop", {"before": ["500人"], "after": ["420人"]})] == roles("村民由500人减少到420人。")


def test_money_in_two_currencies_is_bound_where_a_verb_joins_it() -> None:
    """From dollars to yuan is a statement that a check has to see."""

    assert [("rise", {"before": ["8万美元"], "after": ["60万元"]})] == roles("奖金由8万美元提高到60万元。")


def test_a_bracket_with_a_height_in_two_units_is_one_gloss() -> None:
    """The whole of (5 ft 11 in) says the height again, not its feet alone."""

    assert [("gloss", {"figure": ["1.8 m"], "gloss": ["5 ft 11 in"]})] == roles("She is 1.8 m (5 ft 11 in) tall.")
