"""A total is the sum of the figures that the sentence adds up.

Only where a word closes the list (合计, 共, in total): after 其中 or "including" the parts need not make up the whole, and 等 or "such
as" leaves the list open. A list may begin later than its sentence: amounts in front of the ones that make the total are left alone.
A list that its own members close is a warning only: parts that are known to make a whole (城镇 and 乡村, men and women), "other" as the
last of them, or a colon in front of them, also over semicolons and one sentence further up.
Rounded parts may miss their rounded total by what rounding explains: 118 and 19 make 136 or 138.

Bad:  三条步道分别长2.4公里、1.5公里和0.8公里，合计⟦5.9公里⟧。
Bad:  The three teams scored 24, 15 and 8 goals, ⟦59 goals⟧ in total.
Bad:  全镇常住人口⟦4.58万人⟧。其中城镇人口2.47万人；乡村人口3.11万人。
Bad:  The yard employs ⟦185 people⟧: 124 at sea and 91 ashore.
Good: 全镇常住人口4.58万人。其中城镇人口2.47万人；乡村人口2.11万人。
Good: 纸书118万册、电子书19万册，合计136万册。
Good: 全年投入5.9亿元，其中研发2.4亿元、推广1.5亿元。
Good: The three teams scored 24, 15 and 8 goals, 47 goals in total.
Good: The group earned $59 million in total, including $24 million and $15 million from its two oldest plants.
"""

from collections.abc import Iterator

from factcheck.agreement import compare
from factcheck.case import Case
from factcheck.claim import Relation
from factcheck.evidence.working import figures_of, judged
from factcheck.finding import Checked, Finding
from factcheck.formula import SUM

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every stated total with the sum of its addends."""
    for relation in case.related("sum"):
        yield from judged(_fitting(relation), SUM, phrase="{addend}")
    for relation in case.related("partition"):
        yield from judged(relation, SUM, phrase="{addend}", level="warning")


def _fitting(relation: Relation) -> Relation:
    """The relation without the first addends where the rest makes the total: the list may begin later than the sentence."""
    addends = relation.all("addend")
    for start in range(len(addends) - 1):
        shorter = Relation("sum", {"addend": addends[start:], "total": relation.all("total")})
        figures = figures_of(shorter, SUM)
        if figures is not None and compare(SUM, **figures).verdict == "agrees":
            return shorter
    return relation
