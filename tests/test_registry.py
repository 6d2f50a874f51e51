"""The registry: the folder is the list of checks, and other packages add to it."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck import registry
from factcheck.extract import build
from factcheck.read import read
from factcheck.registry import CheckError

HOUSE = '''
    """Every figure is written with care.

    Bad:  ⟦3⟧
    """
    from decimal import Decimal
    LEVEL = "note"
    def check(case, *, least=Decimal("2.5"), words=("a", "b"), loud=False, times=1):
        yield from ()
'''


def test_names_are_file_names() -> None:
    """A check is called family/file-name, with hyphens, and is loaded under that name."""
    for name, module in registry.known().items():
        family, _, file = name.partition("/")

        assert "_" not in name
        assert module == f"factcheck.checks.{family}.{file.replace('-', '_')}"
        assert name == registry.load(name).name


def test_a_family_is_chosen_by_its_name() -> None:
    """A word selects a check or a whole family; what is ignored is left out."""
    names = list(registry.known())
    family = names[0].partition("/")[0]
    members = [name for name in names if name.startswith(f"{family}/")]

    assert names == registry.chosen()
    assert members == registry.chosen(select=[family])
    assert members[1:] == registry.chosen(select=[family], ignore=members[:1])
    assert [name for name in names if name not in members] == registry.chosen(ignore=[family])


def test_an_unknown_name_is_guessed_at() -> None:
    """A misspelled check or family is an error that says what was meant."""
    name = next(iter(registry.known()))
    with pytest.raises(CheckError, match=rf'no check or family "{name}x" \(did you mean "{name}"\?\)'):
        registry.chosen(select=[f"{name}x"])
    with pytest.raises(CheckError, match=rf'no check "{name}x" \(did you mean "{name}"\?\)'):
        registry.load(f"{name}x")


def test_another_package_adds_a_check(house: Callable[..., None]) -> None:
    """A module named by an entry point of the group factcheck.checks is a check like any other."""
    house(care=HOUSE)
    check = registry.load("house/care")

    assert "house/care" in registry.known()
    assert ("note", "Every figure is written with care.") == (check.level, check.page.splitlines()[0])
    assert {"least": Decimal("2.5"), "words": ("a", "b"), "loud": False, "times": 1} == check.options


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("LEVEL = 'note'\ndef check(case): ...", "needs a docstring"),
        ("'''Page.'''\ndef check(case): ...", "LEVEL"),
        ("'''Page.'''\nLEVEL = 'grave'\ndef check(case): ...", "error"),
        ("'''Page.'''\nLEVEL = 'note'", r"check\(case\)"),
        ("'''Page.'''\nLEVEL = 'note'\ndef check(case, least): ...", "option least .* needs a default"),
    ],
)
def test_a_module_of_another_shape_is_refused(house: Callable[..., None], source: str, message: str) -> None:
    """A module that is not of the shape of a check is refused with what it lacks."""
    house(care=source)
    with pytest.raises(CheckError, match=message):
        registry.load("house/care")


def test_a_name_is_taken_once(house: Callable[..., None], tmp_path: Path) -> None:
    """Another package cannot put its check in the place of one of ours unseen."""
    name = next(iter(registry.known()))
    house(care=HOUSE)
    entry_points = tmp_path / "house-1.0.dist-info" / "entry_points.txt"
    entry_points.write_text(f"[factcheck.checks]\n{name} = house_care\n", encoding="utf-8")
    registry.known.cache_clear()
    with pytest.raises(CheckError, match=f"check {name}: house_care would take the name"):
        registry.known()


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ({"least": "3.5"}, {"least": Decimal("3.5")}),
        ({"least": 3}, {"least": Decimal(3)}),
        ({"words": ["c"]}, {"words": ("c",)}),
        ({"loud": True, "times": 2}, {"loud": True, "times": 2}),
    ],
)
def test_options_have_the_type_of_their_default(house: Callable[..., None], given: dict, taken: dict) -> None:
    """A number is exact, a list is a tuple."""
    house(care=HOUSE)

    assert taken == registry.settings(registry.load("house/care"), given)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"leest": 3}, r'has no option "leest" \(did you mean "least"\?\)'),
        ({"least": "much"}, "option least is a number, not 'much'"),
        ({"least": True}, "option least is a number, not True"),
        ({"words": "c"}, "option words is a list of strings, not 'c'"),
        ({"loud": 1}, "option loud is true or false, not 1"),
        ({"times": "2"}, "option times is a whole number, not '2'"),
    ],
)
def test_a_wrong_option_is_named(house: Callable[..., None], given: dict, message: str) -> None:
    """An unknown option and a value of another type are errors that name check and option."""
    house(care=HOUSE)
    with pytest.raises(CheckError, match=f"check house/care.*{message}|check house/care:? {message}"):
        registry.settings(registry.load("house/care"), given)


def test_a_family_that_needs_sources_finds_nothing_without() -> None:
    """What is not looked at is what would say nothing: without a ledger and sources these checks have nothing to compare."""
    case = build([read(path) for path in sorted((Path(__file__).parent / "drafts").glob("*.md"))])
    left = [name for name in registry.known() if not registry.has_matter(name, case)]

    assert {"ledger", "source"} == {name.partition("/")[0] for name in left}
    assert [] == [result for name in left for result in registry.load(name).run(case)]
    sourced = replace(case, source_documents=case.documents)
    assert [] == [name for name in registry.known() if not registry.has_matter(name, sourced)]
