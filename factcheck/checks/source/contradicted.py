"""A figure is the one that its source has in the same place.

Source and draft are laid side by side, also across languages: 1961亿 is 196.1 billion, 两成 is 20%, the 1990s are 上世纪90年代. Where
each has a figure left over at one place, one of them was changed on the way. Figures are compared as the intervals that they were
rounded from. A figure that the source has elsewhere, or that follows from what it has, is left alone, and so are small numbers in
words, which come and go in translation. An error where the two differ by a digit or a word, a warning where the place alone binds them.

Bad:  source: 该港口2022年吞吐量为3480万吨，同比增长6.2%，靠泊船舶5140艘。 ||
      The port handled 34.8 million tonnes in 2022, up 6.2%, and ⟦5,410 ships⟧ called there.
Bad:  source: The museum drew 412,000 visitors in 2019 and sold 36,500 annual passes. ||
      2019年，该博物馆接待观众41.2万人次，售出年票⟦3.85万张⟧。
Bad:  source: The bridge opened on 14 May 1998 and is 812 metres long. || The bridge opened on ⟦14 May 1989⟧ and is 812 metres long.
Bad:  source: 大桥于1998年5月14日通车，全长812米。 || 大桥于⟦1998年5月17日⟧通车，全长812米。
Good: source: 该港口2022年吞吐量为3480万吨，同比增长6.2%。 || The port handled nearly 35 million tonnes in 2022, up 6.2%.
Good: source: In the 1990s a fifth of all pupils walked to school. || 上世纪90年代，两成学生步行上学。
Good: source: 工厂有工人1200名，其中女工480名。 || Of the factory's 1,200 workers, 480 are women.
Good: source: 公司营业收入136.4亿元，净利润9.2亿元，毛利率24.1%。 || Its net profit was 6.7% of revenue.
Good: source: 门票收入由200万元增至250万元。 || 门票收入增长25%，达到250万元。
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.evidence.sourcing.reporting import reported, theirs
from factcheck.finding import Checked, Finding
from factcheck.messages import say

LEVEL = "error"


def check(case: Case) -> Iterator[Finding | Checked]:
    """Report the figures in whose place a source has another."""
    yield from reported(
        case,
        "contradicted",
        lambda answer: say("stands where the source has {theirs}", theirs=theirs(answer)),
        level=lambda answer: "error" if answer.certain else "warning",
    )
