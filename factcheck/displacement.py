"""Displacement: a sum that holds once the point of a figure or two is moved, or a zero that was dropped is put back.

A program that takes 亿 for billion, or drops a zero, leaves digits that are all right in the wrong place. Where parts and total then
meet to the last written digit, luck is excluded: how many moves were tried, times how wide the target is, must stay below `LUCK`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, product
from math import lcm

from factcheck.agreement import SLIPS
from factcheck.quantity import Quantity, decimal_text, power_of_ten

# One in twenty: as often as a coincidence is taken for a derivation.
LUCK = Fraction(1, 20)
# A decade of values is passed over evenly on a logarithmic scale: 1 / ln 10.
DECADE = Fraction(10, 23)
# More figures than two are not displaced in one sum, and longer sums are tables.
MOVED, MEMBERS = 2, 8


@dataclass(frozen=True, slots=True)
class Move:
    """One figure of a sum, by its number (the total comes last), as it would have to be."""

    which: int
    restored: Quantity


def moves(figure: Quantity) -> Iterator[Quantity]:
    """What a figure may have been: its point one place to four, or eight places, off, or a zero dropped beside another one."""
    for power in SLIPS:
        yield figure.scaled(power)
        yield figure.scaled(-power)
    whole, point, rest = decimal_text(figure.value).partition(".")
    for place, digit in enumerate(whole):
        if digit == "0" and place and whole[place - 1] != "0" and whole[place:].strip("0"):
            yield replace(figure, value=Fraction(f"{whole[:place]}0{whole[place:]}{point}{rest}"))


def displaced(addends: Sequence[Quantity], total: Quantity) -> tuple[Move, ...]:
    """The fewest moves that make the addends the total, to the last written digit; none where no moves, several, or luck would do it."""
    figures = (*addends, total)
    if len(figures) > MEMBERS or any(not _plain(figure) for figure in figures):
        return ()
    ways = [[Move(which, restored) for restored in moves(figure)] for which, figure in enumerate(figures)]
    steps = _steps([*figures, *(move.restored for own in ways for move in own)])
    tries = [[(move, _amount(move.restored, steps)) for move in own] for own in ways]
    written = [_amount(figure, steps) for figure in figures]
    tried = 0
    for count in range(1, MOVED + 1):
        fitting = []
        for which in combinations(range(len(figures)), count):
            amounts = written.copy()
            for chosen in product(*(tries[one] for one in which)):
                for move, amount in chosen:
                    amounts[move.which] = amount
                *parts, whole = amounts
                if max(parts)[0] > whole[0]:
                    continue  # no digits would make a part larger than its total fit
                tried += 1
                if abs(sum([part[0] for part in parts]) - whole[0]) <= sum([slack for _, slack in amounts]):
                    fitting.append(tuple(move for move, _ in chosen))
        if fitting:
            return fitting[0] if len(fitting) == 1 and tried * _width(figures, fitting[0]) < LUCK else ()
    return ()


def _steps(figures: Sequence[Quantity]) -> int:
    """How many steps make one, so that each figure and half its last digit are whole numbers of steps."""
    return lcm(*(Fraction(part).denominator for figure in figures for part in (figure.value, _slack([figure]))))


def _amount(figure: Quantity, steps: int) -> tuple[int, int]:
    """A figure and half its last digit in steps; thousands of sums are tried, and whole numbers add up faster than fractions."""
    return int(Fraction(figure.value) * steps), int(_slack([figure]) * steps)


def _plain(figure: Quantity) -> bool:
    """Whether a figure states one amount: a hedge or a range would fit too much, and the digits of a single one prove nothing."""
    return figure.hedge == "exact" and figure.high is None and not figure.vague and figure.value > 0


def _width(figures: Sequence[Quantity], tries: Sequence[Move]) -> Fraction:
    """How much of a decade the total may lie in: one step of its last digit at least, where all was counted one by one."""
    moved = _moved(figures, tries)
    return DECADE * max(2 * _slack(moved), power_of_ten(moved[-1].decimals)) / Fraction(moved[-1].value)


def _moved(figures: Sequence[Quantity], tries: Sequence[Move]) -> list[Quantity]:
    restored = {move.which: move.restored for move in tries}
    return [restored.get(which, figure) for which, figure in enumerate(figures)]


def _slack(figures: Sequence[Quantity]) -> Fraction:
    """How far a sum of rounded figures may miss its rounded total."""
    return sum((figure.unit_of_last_digit("nearest") / 2 for figure in figures), Fraction(0))
