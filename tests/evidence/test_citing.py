"""How the working of a finding cites a statement."""

from __future__ import annotations

import datetime

import pytest

from factcheck.document import Document
from factcheck.evidence.citing import cited, damaged_dates, dating
from factcheck.extract import build

PUBLISHED = datetime.date(2021, 8, 26)


@pytest.mark.parametrize(
    ("text", "published", "how"),
    [
        ("截至2020年底，腾讯员工为8.6万人。", None, "stated"),
        ("By June 30th, 20021year, the number of doctors in JD Health had increased to 24,000.", None, "damaged"),
        ("目前，腾讯员工为8.6万人。", PUBLISHED, "document"),
        ("今年6月底，腾讯员工为8.6万人。", PUBLISHED, "inferred"),
        ("目前，腾讯员工为8.6万人。", None, "unknown"),
        ("5月初，腾讯员工为8.6万人。", None, "unknown"),
    ],
)
def test_a_date_says_how_it_is_known(text: str, published: datetime.date | None, how: str) -> None:
    """Stated, read from a damaged date, the document's own, worked out, or unknown; a date without its year is unknown."""
    case = build([Document(text, published=published)])

    assert how == dating(case.claims[-1], damaged=damaged_dates(case.mentions))


def test_a_citation_is_one_line() -> None:
    """The words, the date and how it is known, the scope, and the place."""
    case = build([Document("背景。\n截至2020年底，京东健康自有医生为200名。", name="draft.md")])

    assert '"200名", 2020-12-31 (stated), own — draft.md:2' == cited(case.claims[0])
