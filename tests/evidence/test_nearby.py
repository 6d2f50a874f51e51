"""Which figures stand close enough to be compared."""

from __future__ import annotations

from factcheck.document import Document
from factcheck.evidence.doubts.nearby import BACK, nearby
from factcheck.extract import build


def figures_near(*texts: str) -> list[tuple[str, list[str]]]:
    """Each figure with those that stand near before it, as written."""
    case = build([Document(text) for text in texts])
    return [(later.mention.number_text, [one.mention.number_text for one in near]) for later, near in nearby(case.claims)]


def test_figures_of_two_sentences_are_near_the_nearest_first() -> None:
    """A sentence is compared with itself and with the one before, and no further."""
    expected = [("31", []), ("42", ["31"]), ("53", ["42", "31"]), ("64", ["53"])]

    assert expected == figures_near("The yard has 31 boats and 42 barges. It hired 53 sailors. Of tugs it has 64.")


def test_figures_of_two_documents_are_never_near() -> None:
    """Each document is looked at by itself."""
    assert [("31", []), ("42", [])] == figures_near("院里有31张病床。", "院里有42张病床。")


def test_a_list_is_near_as_far_as_its_last_figures() -> None:
    """A long list costs no more than its length."""
    *_, (last, near) = figures_near(f"The towns lent {', '.join(str(number) for number in range(31, 43))} boats.")

    assert ("42", [str(41 - back) for back in range(BACK)]) == (last, near)
