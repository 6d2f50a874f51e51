"""A figure that is rounded agrees with the digits of its source.

136.4亿 is 136亿 or 140亿 for short, and not 137亿. Cutting off is as good as rounding: 12.68 million may be 12.6 million.

Bad:  source: 水库蓄水量为24.83亿立方米，比上月增加1.2亿立方米。 ||
      The reservoir holds ⟦2.6 billion cubic metres⟧, 120 million more than a month ago.
Bad:  source: The airline carried 8,437,000 passengers on 62,300 flights. || 该航空公司62300个航班共运送旅客⟦845万人次⟧。
Good: source: 水库蓄水量为24.83亿立方米。 || The reservoir holds 2.48 billion cubic metres.
Good: source: The airline carried 8,437,000 passengers. || 该航空公司运送旅客844万人次。
Good: source: The airline carried 8,437,000 passengers. || 该航空公司运送旅客843万人次。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.sourcing.reporting import reported, theirs
from factcheck.finding import Checked, Finding
from factcheck.messages import say

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Report the figures that are off by one in their last digit."""
    yield from reported(case, "rounded wrongly", lambda answer: say("is not {theirs} of the source rounded", theirs=theirs(answer)))
