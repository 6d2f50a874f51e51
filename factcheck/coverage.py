"""How much of a case was looked at: silence is told from not looking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from factcheck.case import Case
from factcheck.finding import Checked, Verdict, Where, where
from factcheck.mention import Mention

# What a figure counts as that took part in several comparisons: the first of these that any of them gave.
VERDICTS: tuple[Verdict, ...] = ("disagrees", "agrees by rounding", "agrees", "undecidable")


def gravest(comparisons: Iterable[Checked]) -> dict[Where, Verdict]:
    """The gravest verdict of the comparisons that each figure took part in."""
    ranks: dict[Where, int] = {}
    for comparison in comparisons:
        rank = VERDICTS.index(comparison.verdict)
        for figure in comparison.figures:
            ranks[where(figure)] = min(rank, ranks.get(where(figure), rank))
    return {place: VERDICTS[rank] for place, rank in ranks.items()}


def coverage(case: Case, comparisons: Sequence[Checked]) -> dict[str, int]:
    """How many figures were read, and what became of each; see `Report`."""
    verdicts = gravest(comparisons)
    figures = [mention for mention in case.mentions if mention.kind != "identifier"]  # a phone number is no figure to check
    counts = Counter(verdicts.get(where(mention)) for mention in figures)
    return {
        "documents": len(case.documents),
        "characters": sum(len(document.text) for document in case.documents),
        "figures": len(figures),
        "read": sum(not _damaged(mention) for mention in figures),
        "damaged": sum(_damaged(mention) for mention in figures),
        "claims": len(case.claims),
        "with_measure": sum(claim.measure is not None for claim in case.claims),
        "comparisons": len(comparisons),
        **{verdict.replace(" ", "_"): counts[verdict] for verdict in VERDICTS},
        "not_checked": counts[None],
    }


def _damaged(mention: Mention) -> bool:
    return mention.quantity is None and mention.period is None and mention.label is None
