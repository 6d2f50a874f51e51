"""A figure is counted as of a date (截至), and something ends on its deadline (截止).

截止 needs no object: 报名截止 is right, 截止6月30日已有 is not (《现代汉语词典》: 截至 is used with a time behind it). English that was
translated word for word has "deadline June 30" for the same. A note, once a document. Left alone: a 截止 with what ends in front of it
(报名截止6月30日), and a date in front of it (到6月30日截止).

Bad:  ⟦截止⟧2021年6月30日，平台有3000名医生。
Bad:  平台发展很快，⟦截止到⟧目前，已有3000名医生。
Bad:  ⟦Deadline⟧ June 30, 2021, the platform had 3,000 doctors.
Good: 截至2021年6月30日，平台有3000名医生。
Good: 报名于6月30日截止，截止日期不再推迟。
Good: 本次征文的投稿截止6月30日。
Good: As of June 30, 2021, the platform had 3,000 doctors.
Good: The deadline is June 30, 2021, and the platform had 3,000 doctors.
"""

import re
from collections.abc import Iterator
from functools import cache

from factcheck import lexicon
from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.usage import Slip, matches, once
from factcheck.finding import Finding
from factcheck.lexicon.calendar import alternatives
from factcheck.messages import say
from factcheck.pattern import lazy_pattern
from factcheck.wording import language_of

LEVEL = "note"


def check(case: Case) -> Iterator[Finding]:
    """Look for the word at the head of a clause that a time follows."""
    times = {(id(mention.document), mention.span.start) for mention in case.mentions if mention.period is not None}
    right = lexicon.page("usage.toml")["deadline"]["right"]
    slips = []
    for document, match in matches(case, _pattern()):
        if match["now"] or (id(document), match.end()) in times:
            span = Span(match.start("word"), match.end("word"))
            better = str(right[language_of(match["word"])])
            capital = document.text[span.start].isupper()
            slips.append(Slip(document, span, better.capitalize() if capital else better))
    yield from once(
        slips,
        lambda slip: say('"{written}" names a deadline; figures stand "{better}" a date', written=slip.written, better=slip.better),
    )


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon.page("usage.toml")["deadline"]
    return lazy_pattern(
        rf"""
        (?<![^\s，。；：！？,.;:(（、“"])          # at the head of a clause: not 报名截止
        (?P<word>{alternatives(words["words"])})
        \ ?(?P<now>{alternatives(words["now"])})?     # 截止目前, "deadline June 30"
        """,
        re.VERBOSE,
    )
