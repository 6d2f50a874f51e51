"""The part of an amount in its sentence: a level before or after, a change, a part or a whole, a total, a price, an average."""

from __future__ import annotations

import re

from factcheck.extract.context import Context
from factcheck.extract.prepared import Prepared
from factcheck.extract.relations.casting import (
    Cast,
    Part,
    averaged,
    compared,
    direction_of,
    lands,
    leads,
    of_the_figure_before,
    weak_before,
)
from factcheck.lexicon import Token, units
from factcheck.lexicon.rates import denominators, is_rate
from factcheck.mention import Mention
from factcheck.pattern import lazy_pattern

HEADS = frozenset({"of", "out of", "of a total of", "out of a total of", "of some"})
LONGEST_HEAD = 40
REACH = 60
CHANGE_CUES = ("change", "join.from", "join.to")
CUES = (
    *CHANGE_CUES, "join.compared", "join.before",
    "part.share", "part.total", "part.average", "part.of", "part.each",
)  # fmt: skip
# 400家门店中有100家, 在2000名受访者中，; 其中 and 当中 name no whole.
WHOLE = lazy_pattern(r"[^，,。；;、0-9]{0,8}?(?<!其)(?<!当)中(?:有|，|,|约|的(?=[0-9]))")

SHARED = lazy_pattern(r"[^，,。；;、0-9]{0,8}?的(?:比重|比例|份额)?(?:为|达|是|约为|达到)?约?[0-9]")
# "36 TWh of the country's 80 TWh"
OWNER = lazy_pattern(r"[ ](?:[a-z]{1,16}'s[ ])?(?:total[ ])?")
# "In a survey of 800 adults, 360 …"
SURVEY = lazy_pattern(
    r"""
    (?:in|from|among)[ ](?:a|the|this)[ ](?:[a-z]{1,14}[ ])?                              # in a recent
    (?:survey|poll|sample|study|group|class|total|vote|field|crowd)[ ]of                  # survey of
    (?:[ ](?:some|about|around))?
    """,
    re.VERBOSE,
)
TOTAL = lazy_pattern(r"total |总(?!部|店)|.{1,6}总(?:数|量|额|计|和)$")
OF = lazy_pattern(r"[ ]?(?:of|was|is|were|came[ ]to|reached|stood[ ]at|amounted[ ]to|to|为|达|约|是|达到)?[ ]?")
# "120 yuan more expensive", "3.3 points less"; "4,000 more."; "£18.9 million (4.8%) more than", "15 or 24.6% fewer than"
MORE = lazy_pattern(
    r"[ ](?:(?:[(]|or[ ])[0-9.]{1,6}(?:%|[ ]per[ ]?cent)[)]?[ ])?(?:(?P<up>more|dearer)|fewer|less|cheaper)(?=[ ](?:expensive|costly)|[ ]than|[,.;]|$)"
)
# The stroke, the article or the 每 in a figure that is a rate by its own words.
BEHIND = lazy_pattern(r"[/每一]|[ ](?:an?|per|each|every)[ ]")
# $15, £2.4 million
SIGNED = lazy_pattern(r"[$€£¥][ ]?[0-9][0-9.,]*(?:[ ][a-z]+)?[ ]$")


def cast_amount(prepared: Prepared, context: Context) -> Cast:
    """The part of a sum of money, a count or a physical quantity."""
    if compared(prepared, context):
        return Cast(context, "before")
    each = _each(prepared, context)
    if averaged(context, prepared):
        return Cast(context, "average")
    if each and context.cue("change", "join.from") is None:
        return Cast(context, "average" if context.cue("part.average") is not None else "each")
    cue = context.cue(*(CHANGE_CUES if each else CUES))
    if cue is not None and (cue.has("join.before") or cue.has("part.closing")) and of_the_figure_before(prepared, cue):
        cue = None  # "4,000 last year and 8,000 this year", "47 people in total: 24 in the north"
    if cue is not None and cue.has("part.whole") and "," in prepared.folded[cue.end : context.mention.span.start]:
        cue = None  # "40% of the total, while shops brought in £251 million"
    if cue is not None and cue.has("join.from") and not cue.has("change") and not leads(prepared, cue, context):
        cue = context.cue(*(kind for kind in CUES if kind != "join.from"))
    return _by_words_around(prepared, context, cue) or _by_word_before(prepared, context, cue)


def _by_words_around(prepared: Prepared, context: Context, cue: Token | None) -> Cast | None:
    """The part that a word behind the figure settles, or one right in front of it."""
    folded, span = prepared.folded, context.mention.span
    behind = context.after[0] if context.after else None
    head = prepared.sentence(context.mention.span.start).start
    lead = folded[head : span.start].strip()
    opens = span.start - head <= LONGEST_HEAD and (lead in HEADS or SURVEY.fullmatch(lead) is not None)
    if opens or (cue is not None and cue.has("part.whole") and OWNER.fullmatch(folded, cue.end, span.start) is not None):
        return Cast(context, "whole")  # "Of 800 patients, 360 …"; "500 of the 2,000 respondents"
    if (cue is None or not cue.has("part.share")) and _named_total(prepared, context):
        out_of = context.cue("part.whole") is not None  # "out of total sales of $80 million"
        return Cast(context, "whole" if out_of else "total")
    if behind is not None and behind.has("part.closing") and _follows(prepared, context, behind):
        return Cast(context, "total")  # "$4.7 million in total", but not "gifts of $2 million add up to"
    if WHOLE.match(folded, span.end) is not None or _shared_out(folded, context):
        return Cast(context, "whole")
    if cue is not None and cue.has("change") and _averaged(context, cue):
        return Cast(context, "average")
    if behind is not None and not _fixed(cue):
        if behind.has("change") and _compares(prepared, behind):
            return Cast(context, "change", direction_of(behind))  # "$2 million more than the $5 million held in March"
        if behind.words[0].text.endswith(" than") and not folded[span.end : behind.start].strip():
            return Cast(context, "change", 1 if behind.has("hedge.before.over") else -1)  # "$120 million higher than last year's"
    more = MORE.match(folded, span.end)
    if more is not None and cue is None:
        return Cast(context, "change", 1 if more["up"] else -1)  # "120 yuan more expensive", "4,000 more"
    return None


def _shared_out(folded: str, context: Context) -> bool:
    """Whether 占 in front of a figure and 的45% behind it make it a whole, whatever stands between: 占全市总量2.8亿部的25%."""
    return context.cue("part.share") is not None and SHARED.match(folded, context.mention.span.end) is not None


def _compares(prepared: Prepared, behind: Token) -> bool:
    """Whether a word of change is one of comparison: "higher than", "more than the"."""
    return behind.has("join.compared") or prepared.folded.startswith(" than", behind.end)


def _by_word_before(prepared: Prepared, context: Context, cue: Token | None) -> Cast:
    weak = weak_before(prepared, context)
    if cue is None:
        return Cast(context, "level", weak_before=weak)
    part = _part_of(prepared, context, cue)
    if part == "before":
        return _before(context, cue)
    if part is not None:
        return Cast(context, part)
    if cue.has("change") and lands(prepared, cue, context):
        return Cast(context, "after", direction_of(cue), weak)
    token = prepared.ending.get(cue.start)
    if cue.has("change") and token is not None and token.has("part.total"):
        return Cast(context, "total")  # 累计新增400例
    if cue.has("change"):
        return Cast(context, "change", direction_of(cue))
    return Cast(context, "after", weak_before=weak)


def _part_of(prepared: Prepared, context: Context, cue: Token) -> Part | None:
    """The part that a word other than one of change gives the amount behind it."""
    fixed: tuple[tuple[str, Part], ...] = (("part.average", "average"), ("join.from", "before"), ("part.total", "total"))
    for kind, part in fixed:
        if cue.has(kind):
            return part
    if cue.has("join.compared") or (cue.has("join.before") and not cue.has("join.to")):
        return "before"
    if cue.has("part.share"):
        # 占总收入80亿元的45% names the whole, 女性占36席 and "accounted for $20 million" the part.
        return "whole" if cue.has("part.whole") or SHARED.match(prepared.folded, context.mention.span.end) else "part"
    if cue.has("part.of"):
        return "part"
    here = cue.start >= context.clause.start and not _of_money_before(prepared, cue)
    return "each" if cue.has("part.each") and here else None


def _before(context: Context, cue: Token) -> Cast:
    """The base of a change; "up 3% to $20, from a record $45 in May" names another day's price instead."""
    if any(token.has("part.max") or token.has("part.min") for token in context.before if token.start >= cue.end):
        return Cast(context, "aside")
    return Cast(context, "before", direction_of(context.cue("change")))


def _named_total(prepared: Prepared, context: Context) -> bool:
    """Whether the measure itself says total: 总支出590万元, "for total revenue of 26.2 billion"."""
    token = context.measure_token
    if token is None or token.end > context.mention.span.start:
        return False
    if not TOTAL.match(token.words[0].text) and prepared.folded[token.start - 1 : token.start] != "总":
        return False
    return OF.fullmatch(prepared.folded, token.end, context.mention.span.start) is not None


def _follows(prepared: Prepared, context: Context, token: Token) -> bool:
    """Whether an English word stands right behind a figure; Chinese puts 共 and 合计 in front of theirs."""
    return token.words[0].text.isascii() and not prepared.folded[context.mention.span.end : token.start].strip()


def _averaged(context: Context, cue: Token) -> bool:
    """户均增收1.5万元: the average is that of a change."""
    average = context.cue("part.average")
    return average is not None and context.clause.start <= average.start < cue.start and cue.start - average.end <= 2


def _fixed(cue: Token | None) -> bool:
    """Whether a word in front settles the part, whatever stands behind."""
    return cue is not None and (cue.has("part.average") or cue.has("join.from") or cue.has("part.total"))


def _each(prepared: Prepared, context: Context) -> bool:
    """30元一单, "12 dollars each", 每张30元."""
    folded, mention = prepared.folded, context.mention
    if mention.kind != "money":
        return False
    behind = context.after[0] if context.after else None
    if behind is not None and behind.has("part.each") and not folded[mention.span.end : behind.start].strip():
        return True
    if _by_its_own_words(prepared, mention):
        return True
    ahead = context.cue("part.each", "change", "join.to", "part.total")
    if ahead is None or not ahead.has("part.each") or mention.number.start - ahead.end > 6 or _of_money_before(prepared, ahead):
        return False
    return "," not in folded[ahead.end : mention.span.start]


def _by_its_own_words(prepared: Prepared, mention: Mention) -> bool:
    """Whether a figure says itself which things it is for: 30元/单, "12 dollars a ticket"; "$12 an hour" is for no thing."""
    if not is_rate(mention.unit) or BEHIND.search(prepared.folded, mention.number.end, mention.span.end) is None:
        return False
    known = (units().get(part.unit) for part in denominators(mention.unit or ""))
    return all(unit is None or unit.kind != "duration" for unit in known)


def _of_money_before(prepared: Prepared, each: Token) -> bool:
    """Whether "each" or "apiece" stands right behind a sum of money: "35 dollars apiece", not "500 members each"."""
    unit = prepared.ending.get(each.start - 1)
    ahead = prepared.folded[max(0, each.start - 24) : each.start]
    money = unit is not None and any(units()[word.meaning].kind == "money" for word in unit.words if word.kind == "unit")
    return money or (of_the_figure_before(prepared, each) and SIGNED.search(ahead) is not None)
