"""A total is the sum of the figures that the sentence adds up.

Only where a word closes the list (合计, 共, in total): after 其中 or "including" the parts need not make up the whole, and 等 or "such
as" leaves the list open. A list may begin later than its sentence: amounts in front of the ones that make the total are left alone.
Rounded parts may miss their rounded total by what rounding explains: 118 and 19 make 136 or 138.

Bad:  三个门店的销售额分别为2.4亿元、1.5亿元和0.8亿元，合计⟦5.9亿元⟧。
Bad:  The three plants earned $24 million, $15 million and $8 million, for a total of ⟦$59 million⟧.
Good: 商品118亿元、服务19亿元，合计136亿元。
Good: 全年投入5.9亿元，其中研发2.4亿元、推广1.5亿元。
Good: The three plants earned $24 million, $15 million and $8 million, for a total of $47 million.
Good: The group earned $59 million in total, including $24 million and $15 million from its two oldest plants.
"""

from collections.abc import Iterator

from factcheck.agreement import compare
from factcheck.case import Case
from factcheck.claim import Relation
from factcheck.finding import Checked, Finding
from factcheck.formula import SUM
from factcheck.working import figures_of, judged

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated total with the sum of its addends."""
    for relation in case.related("sum"):
        yield from judged(_fitting(relation), SUM, phrase="{addend}")


def _fitting(relation: Relation) -> Relation:
    """The relation without the first addends where the rest makes the total: the list may begin later than the sentence."""
    addends = relation.all("addend")
    for start in range(len(addends) - 1):
        shorter = Relation("sum", {"addend": addends[start:], "total": relation.all("total")})
        figures = figures_of(shorter, SUM)
        if figures is not None and compare(SUM, **figures).verdict == "agrees":
            return shorter
    return relation
