"""What shrinks does so by a part of itself, not by a multiple.

减少了3倍 takes more away than there was; meant is 减少了三分之二 (to a third) or 减少了四分之三 (to a quarter), and the reader cannot
know which. Left alone: 减少到…的3倍, which names the new level, rises, occasions ("fell three times last year") and the scale of
lenses and maps.

Bad:  改用新设备后，废品减少了⟦3倍⟧。
Bad:  这条路线比原来短，费用也低⟦两倍⟧。
Bad:  The new tariff is ⟦three times⟧ lower than the old one.
Good: 改用新设备后，废品减少了三分之二。
Good: 改用新设备后，产量增加了3倍。
Good: 镜头把图像缩小3倍。
Good: The new tariff is three times as high as the old one.
Good: The share price fell three times last year.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck import lexicon
from factcheck.case import Case
from factcheck.document import Span
from factcheck.evidence.vicinity import clause, folded, words_before, words_in
from factcheck.evidence.working import quoted
from factcheck.finding import Edit, Finding, Fix, on
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.quantity import Quantity
from factcheck.wording import language_of, plain

LEVEL = "warning"
NEAR, REACH = 6, 24
DIGITS = "零一二三四五六七八九"


def check(case: Case) -> Iterator[Finding]:
    """Look for a word of decrease that a multiple measures."""
    for mention in case.mentions:
        if mention.kind == "multiple" and mention.quantity is not None and _shrinks(mention) and not _optical(mention):
            message = say("nothing can shrink by {mention}: say what part is gone, or what part is left", mention=quoted(mention))
            yield on(mention, message, working=_likely(mention.quantity), fixes=tuple(_parts(mention)))


def _likely(quantity: Quantity) -> tuple[str, ...]:
    """The two fractions that are meant most often: 减少3倍 for "to a third" and for "to a quarter"."""
    times = Fraction(quantity.value)
    if times < 1:
        return ()
    parts = [times, times + 1] if times > 1 else [times + 1]
    return tuple(
        say("down to 1/{part} of it is a fall by {fall}", part=plain(part), fall=plain((1 - 1 / part) * 100, unit="percent"))
        for part in parts
    )


def _parts(mention: Mention) -> Iterator[Fix]:
    """The repairs that write these fractions in Chinese: 三分之二 or 四分之三 for 3倍."""
    times = Fraction(mention.quantity.value) if mention.quantity is not None else Fraction(0)
    if times.denominator == 1 and 1 <= times < len(DIGITS) - 1 and language_of(mention.text) == "zh":
        for part in (int(times), int(times) + 1) if times > 1 else (2,):
            words = f"{DIGITS[part]}分之{DIGITS[part - 1]}" if part > 2 else "一半"
            yield Fix(say('write "{better}"', better=words), (Edit(mention.span, words),))


def _shrinks(mention: Mention) -> bool:
    if language_of(mention.text) == "zh":
        words = words_before(mention, reach=NEAR)
        return (
            bool(words)
            and words[-1].has("change.down")
            and not words[-1].has("join.to")
            and _only_particles(mention, words[-1].end)
        )
    behind = folded(mention.document, Span(mention.span.end, min(len(mention.document.text), mention.span.end + REACH))).split()
    return any(behind[: len(words)] == words for words in _less())


@cache
def _less() -> list[list[str]]:
    return [words.split() for words in lexicon.page("en.toml")["compare"]["less"]]


def _only_particles(mention: Mention, start: int) -> bool:
    """Whether nothing but 了 stands between the verb and the figure with its hedge."""
    return mention.document.text[start : mention.span.start].strip() in ("", "了")


def _optical(mention: Mention) -> bool:
    return any(token.has("sense.scaling") for token in words_in(mention.document, clause(mention)))
