"""How a check reports what the sources say to a figure: the finding on the draft's figure, the source's words beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.evidence.citing import in_quotes, place
from factcheck.evidence.sourcing import Answer, Status, answers
from factcheck.evidence.sourcing.meaning import statements
from factcheck.evidence.working import quoted
from factcheck.finding import Checked, Figure, Finding, Level, Verdict, on
from factcheck.messages import chain, say

# What each answer counts as in the report's coverage.
VERDICTS: dict[Status, Verdict] = {
    "not found": "undecidable",
    "contradicted": "disagrees",
    "rounded wrongly": "disagrees",
    "scale slipped": "disagrees",
    "unit changed": "disagrees",
}


def reported(
    case: Case, status: Status, message: Callable[[Answer], str], *, level: Callable[[Answer], Level] | None = None
) -> Iterator[Finding | Checked]:
    """A finding on each figure with this answer; `message` completes the words of the figure."""
    for answer in answers(case).given:
        if answer.status == status:
            yield Checked((answer.figure, *answer.figures), VERDICTS[status])
            yield on(
                answer.figure,
                say("{figure} {answer}", figure=quoted(answer.figure), answer=message(answer)),
                because=answer.figures,
                level=None if level is None else level(answer),
            )


def disagreeing(case: Case, question: Callable[[Claim, Claim], bool | None], message: str) -> Iterator[Finding | Checked]:
    """A finding on each figure of which every figure of the source that says the same number gives another answer to a question."""
    for answer in answers(case).given:
        for claim, alike in statements(answer):
            told = [question(claim, other) for other in alike]
            if None in told and True not in told:
                continue
            yield Checked((claim, alike[0]), "agrees" if True in told else "disagrees")
            if True not in told:
                yield on(claim, say(message, figure=quoted(claim), theirs=quoted(alike[0])), because=alike)


def cited(figure: Figure) -> str:
    """A figure of the source and where it stands: "13.6 billion yuan" — source.md:3."""
    return chain([in_quotes(quoted(figure)), place(figure.document, figure.span.start)], by=" — ")


def theirs(answer: Answer) -> str:
    """The words of the source's figure."""
    return in_quotes(quoted(answer.figures[0])) if answer.figures else say("another figure")
