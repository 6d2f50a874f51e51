"""Lines of a bill: a unit price, a quantity, and the amount that they make (单价 | 数量 | 金额)."""

from __future__ import annotations

from factcheck.agreement import compare
from factcheck.extract.tables.bindings import RIGHT, Binding, Spot, believed
from factcheck.extract.tables.grid import Grid
from factcheck.formula import PRODUCT


def products(grid: Grid) -> list[Binding]:
    """The amounts of a table that follow from its prices and quantities, where its other lines bear out that they do."""
    columns = [_column(grid, name) for name in ("quantity", "unit_price", "amount")]
    if None in columns:
        return []
    agreeing, disagreeing = [], []
    for row in sorted({row for row, _column in grid.figures}):
        quantity, price, amount = ((row, column) for column in columns if column is not None)
        verdict = _verdict(grid, quantity, price, amount)
        binding = Binding("product", {"factor": (quantity, price), "product": (amount,)})
        if verdict in RIGHT:
            agreeing.append(binding)
        elif verdict == "disagrees":
            disagreeing.append(binding)
    return believed(agreeing, disagreeing) if agreeing else []


def _column(grid: Grid, name: str) -> int | None:
    """The one column whose heading says this of its figures."""
    found = [column for column in grid.columns if any(grid.words(cell).has(name) for cell in grid.column_headings(column))]
    return found[0] if len(found) == 1 else None


def _verdict(grid: Grid, quantity: Spot, price: Spot, amount: Spot) -> str | None:
    mentions = [grid.figures.get(spot) for spot in (quantity, price, amount)]
    quantities = [mention.quantity for mention in mentions if mention is not None and mention.quantity is not None]
    if len(quantities) != 3:
        return None
    *factors, product = quantities
    return compare(PRODUCT, factor=factors, product=product).verdict
