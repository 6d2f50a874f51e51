"""A hedged figure is on the right side of the exact one that stands right behind it.

"Over 30%" is said of what is more than 30 %, "nearly 60%" of what falls short of it. Each is compared with the exact figure as
rounded, be it in brackets or behind 达 or "at". Left alone: two hedged figures, figures of different units, and brackets that hold
more than the figure.

Bad:  超四成店主（⟦37.2%⟧）打算涨价。
Bad:  近六成（⟦63.1%⟧）的店主打算涨价。
Bad:  Nearly 70% of growers (⟦73.1%⟧) lost fruit to frost.
Bad:  More than 130,000 readers (⟦128,450⟧) have signed up.
Bad:  合作社年产值突破千万元，达到⟦986万元⟧。
Bad:  Attendance topped 40,000, at ⟦38,650⟧.
Good: 合作社年产值突破千万元，达到1026万元。
Good: Attendance topped 40,000, at 41,350.
Good: 超四成店主（41.3%）打算涨价。
Good: 超四成店主（其中女性37.2%）打算涨价。
Good: Nearly 70% of growers (68.8%) lost fruit to frost.
Good: More than 130,000 readers (128,450 of them paying) have signed up.
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.claim import Claim, Relation
from factcheck.evidence.working import gap_words, quoted
from factcheck.finding import Checked, Finding, on
from factcheck.interval import Interval
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.quantity import Quantity
from factcheck.wording import between, language_of

LEVEL = "error"
CLOSES = lazy_pattern(r"[ ]?[）)\]]")


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare every hedged figure with the exact one in brackets. The finding stands on the exact one."""
    for relation in (*case.related("gloss"), *case.related("precise")):
        figure, gloss = relation["figure"], relation["gloss"]
        if figure.quantity is None or gloss.quantity is None or not _comparable(relation):
            continue
        stated = figure.quantity.interval("loose")
        agrees = stated.meets(gloss.quantity.interval("loose"))
        yield Checked((figure, gloss), "agrees" if agrees else "disagrees")
        if not agrees:
            yield _finding(figure, gloss, figure.quantity, stated)


def _comparable(relation: Relation) -> bool:
    figure, gloss = relation["figure"], relation["gloss"]
    one, other = figure.quantity, gloss.quantity
    if one is None or other is None or one.vague or one.hedge == "exact" or other.hedge != "exact":
        return False
    if one.unit != other.unit and not figure.mention.kind == gloss.mention.kind == "count":
        return False
    return relation.name == "precise" or CLOSES.match(gloss.document.text, gloss.span.end) is not None


def _finding(figure: Claim, gloss: Claim, hedged: Quantity, stated: Interval) -> Finding:
    assert gloss.quantity is not None
    language, unit = language_of(quoted(figure)), hedged.unit
    says = between(stated, unit=unit, language=language)
    gap = stated.gap(gloss.quantity.interval())
    apart = say(": {gap} apart", gap=gap_words(gap, unit=unit, language=language)) if gap else ""
    return on(
        gloss,
        say(
            "{gloss} is not {figure}, which says {says}{apart}", gloss=quoted(gloss), figure=quoted(figure), says=says, apart=apart
        ),
        because=(figure,),
    )
