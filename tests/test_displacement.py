"""A sum that holds once points are moved: the fewest moves, to the last digit, and never by luck."""

from decimal import Decimal

import pytest

from factcheck.displacement import displaced
from factcheck.quantity import Hedge, Quantity, decimal_text, quantity


def figure(text: str, hedge: Hedge = "exact") -> Quantity:
    """An amount as written, rounded to its last digit."""
    number = Decimal(text)
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return quantity(number, "CNY", decimals=exponent, hedge=hedge)


@pytest.mark.parametrize(
    ("addends", "total", "expected"),
    [
        (("41.3", "138.7", "132.6"), "31.26", {3: "312.6"}),  # the total lost a place
        (("61100", "1240", "219.60"), "84300", {2: "21960"}),
        (("18.42", "405.31", "3117.6"), "735.49", {2: "311.76"}),
        (("215.374", "708.421", "3092.86"), "123.3081", {2: "309.286", 3: "1233.081"}),  # a part and the total
        (("412.07", "1030.6"), "10442.67", {1: "10030.6"}),  # a zero dropped beside another
        (("120.5", "84.25", "3.31"), "2008.06", {}),  # 208.06 is a digit more, not a digit moved
    ],
)
def test_moved_figures_are_found(addends: tuple[str, ...], total: str, expected: dict[int, str]) -> None:
    """Each moved figure is told by its number, with what it would have to be."""
    moved = displaced([figure(one) for one in addends], figure(total))

    assert expected == {move.which: decimal_text(move.restored.value) for move in moved}


@pytest.mark.parametrize(
    ("addends", "total"),
    [
        (("24", "15", "8"), "470"),  # two digits are met by luck
        (("3", "5"), "80"),
        (("41.3", "138.7", "132.6"), "333.3"),  # wrong digits, no wrong place
        (("1",) * 9, "90"),  # a table
        (("0", "5"), "50"),
    ],
)
def test_luck_is_no_proof(addends: tuple[str, ...], total: str) -> None:
    """Few digits, other digits, or too many figures prove nothing."""

    assert () == displaced([figure(one) for one in addends], figure(total))


def test_hedged_figures_prove_nothing() -> None:
    """About 3,000 fits too much."""

    assert () == displaced([figure("41.3"), figure("138.7"), figure("132.6", "about")], figure("31.26"))
