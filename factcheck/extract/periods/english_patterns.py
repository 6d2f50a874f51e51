"""The patterns of dates in English, and in English translated word for word."""

from __future__ import annotations

import re

from factcheck.extract.anchored import Marks
from factcheck.extract.periods.moment import WORD_TABLES, ZONES
from factcheck.lexicon.calendar import alternatives, listed, numbered
from factcheck.pattern import lazy_pattern
from factcheck.period import Relative

MONTHS = numbered("month")
AMBIGUOUS = frozenset(listed("month_ambiguous"))
ORDINALS = numbered("ordinal")
COUNTS = numbered("count")
CARDINALS = numbered("cardinal")
RELATIVES = {
    word: Relative(step, offset, base)
    for table, step, base in WORD_TABLES
    if base != "same"
    for word, offset in numbered(table).items()
    if word.isascii()
}
SAME = {word: Relative("year", offset, "same") for word, offset in numbered("same").items() if word.isascii()}
MONTH = alternatives(MONTHS)
TENS = numbered("tens")
SEASONS = {word: number for word, number in numbered("season").items() if word.isascii()}
WEEKDAYS = {word: number for word, number in numbered("weekday").items() if word.isascii()}
ZONE = alternatives(word for word in ZONES if word.isascii())
YEAR = r"[12][0-9]{3}(?![0-9]|,[0-9]{3}|\.[0-9])"
DAY = r"[0-9]{1,2}"
NTH = r"(?:st|nd|rd|th)?"
HOURS = numbered("hour")
# "from a quarter to five percent" and "a quarter to one half" tell no time
CLOCK_BEHIND = (
    r"(?=[.,;:)!?]?(?:\s|$))(?!\ (?:percent|per|times?|points?|of|or|half|third|fifth|[a-z]+(?:illion|sand|dred|s))(?![a-z]))"
)
OF_DAY = r"(?:\ (?:in\ the\ (?P<of_day>morning|afternoon|evening)|at\ (?P<at_night>night)))?"
COMMA = r"(?:\ ?,\ ?|\ )"
TO = r"(?:\ ?[-–—~]\ ?|\ (?:to|through|until|till)\ (?:the\ )?)"

STRETCH = rf"""
    # third quarter, 2021 the first half, first nine months
    (?P<stretch>(?:(?P<year_before>{YEAR})(?:'s|\ year)?,?\ (?:in\ )?(?:the\ )?)?(?<![a-z-])
      (?:(?P<ordinal_from>first|second|third)\ and\ )?
      (?P<ordinal>first|second|third|fourth|final|latter|1st|2nd|3rd|4th)[\ -](?P<fiscal>fiscal[\ -])?
      (?:(?P<unit>half|quarter)s?(?:[\ -]year)?|(?P<count>{alternatives(CARDINALS)}|{DAY})[\ -](?P<counted>months|quarters))
      (?![a-z]|-?(?:century|final|back|time|mile|hour)))
    """
CENTURY = rf"""
    # 20th century, second century BC, 12th and 14th centuries, the first half of the 19th century
    (?P<century>(?:(?P<part_of_century>first|second|earlier|latter|later|last|opening|final|closing)\ (?:(?P<half_of>half)|decade)\ of\ the\ )?
      (?:(?P<nth_from>{DAY}(?:st|nd|rd|th)|{alternatives(ORDINALS)})\ (?:and|to|or)\ (?:the\ )?)?
      (?P<nth>{DAY}(?:st|nd|rd|th)|{alternatives(ORDINALS)})[\ -]centur(?:y|ies)
      (?:,?\ (?P<century_bc>b\.?c\.?(?:e\.?)?)(?![a-z]))?)
    """
LITERAL = rf"""
    # 2020 year, 2020 year 8 month 20 day
    (?P<literal>(?P<literal_year>{YEAR})\ year(?![a-z]|-|\ (?:old|history|ago|period|plan|term|span|end))
      (?:\ (?P<literal_month>{DAY})\ month(?![a-z])(?:\ (?P<literal_day>{DAY})\ (?:day|number)(?![a-z]))?)?
      (?!\ (?:in\ )?(?:the\ )?(?:first|second|third|fourth)\ ))
    # 8 month 20 day
  | (?P<month_day>(?P<number_month>{DAY})\ month\ (?P<number_day>{DAY})\ (?:day|number)(?![a-z]))
    # 2020 end of the year
  | (?P<year_end>(?P<ending_year>{YEAR})(?:\ year)?,?\ (?:at\ )?(?:the\ )?
      (?:end\ of\ (?:the\ )?year|year[\ -]?end|end)(?![a-z]))
    """
FROM_DIGITS = lazy_pattern(
    rf"""
    # 30 June 2021, 15-20 March, 26 and 27 June
    (?P<day_month>(?:(?P<day_also>{DAY}){NTH}(?:\ and|,|\ or|\ &)\ )?(?:(?P<day_from>{DAY}){NTH}{TO})?
      (?P<day>{DAY}){NTH}(?:\ day(?=\ ))?(?:\ of)?[\ -](?P<of_month>{MONTH})(?![a-z])\.?(?:(?:{COMMA}|-)(?P<day_year>{YEAR}|['’][0-9]{{2}}(?![0-9a-z])))?)
  | {LITERAL}
  | {STRETCH}
  | {CENTURY}
    # 10 years ago
  | (?P<ago_digits>(?P<ago_count>{DAY})\ (?P<ago_unit>year|month|week|day)s?\ ago(?![a-z]))
    # 1990s, the 90s, the '90s
  | (?P<decade>(?P<tens>1[0-9]{{2}}0|20[0-9]0)['’]?s(?![a-z])|(?<=the\ )(?P<short_tens>[2-9]0|[1-9][0-9]0)['’]?s(?![a-z])
      |(?<=['’‘])(?P<quoted_tens>[2-9]0)s(?![a-z]))
    # the 2022 fiscal year
  | (?P<year_fiscal>(?P<yf>{YEAR})\ (?:fiscal|financial|calendar|academic|school|marketing)\ year)
    # class of '21
  | (?P<short_year>(?:(?<=\bof\ ['’‘])|(?<=\bin\ ['’‘])|(?<=\bsince\ ['’‘])|(?<=\bby\ ['’‘]))(?P<short>[0-9]{{2}})(?![0-9a-z'’]))
    # 221 BC, 49 to 44 BC
  | (?P<bc>(?:(?P<bc_from>[0-9]{{1,4}})(?:\ to\ |\ ?[-–—]\ ?))?(?P<bc_year>[0-9]{{1,4}})\ ?b\.?c\.?(?:e\.?)?(?![a-z]))
    # 618 CE
  | (?P<ce>(?P<ce_year>[0-9]{{1,4}})\ (?:a\.?d\.?|c\.?e\.?)(?![a-z.]))
    # 3 o'clock
  | (?P<oclock>(?P<oclock_hour>{DAY})\ o['’]clock(?![a-z]){OF_DAY})
    # 8:02 a.m.
  | (?P<clock>(?P<hour>{DAY})(?:[:.](?P<minute>[0-9]{{2}})(?::(?P<second>[0-9]{{2}}))?)?\ ?(?P<half_day>[ap])\.?m(?![a-z])\.?
      (?:\ (?P<zone>{ZONE})(?![a-z]))?)
    """,
    re.VERBOSE,
)
FROM_WORDS = lazy_pattern(
    rf"""
    {CENTURY}
  | {STRETCH}
    # June, to be read on by MONTH_TAIL
  | (?P<month>(?:{MONTH})(?![a-z])(?:\.|\ \.(?=\ [0-9]))?)
    # fiscal year 2022, FY2021/22
  | (?P<fiscal_year>(?:(?:fiscal|financial)\ (?:year\ )?(?:\(fy\)\ )?|fy[\ -]?['’]?)
      (?P<fy>[12][0-9]{{3}}|[0-9]{{2}}(?![0-9]))(?:\ ?[-–/]\ ?(?P<fy_to>[0-9]{{4}}|[0-9]{{2}}))?(?![0-9]))
    # AD 79
  | (?P<ad>a\.?d\.?\ (?P<ad_year>[0-9]{{1,4}})(?![0-9a-z]))
    # three years ago
  | (?P<ago>(?P<ago_words>{alternatives(COUNTS)})\ (?P<ago_word_unit>year|month|week|day)s?\ ago(?![a-z]))
    # seventh of May 1945
  | (?P<word_day>(?P<nth_day>{alternatives(ORDINALS)})\ (?:day\ )?of\ (?P<nth_month>{MONTH})(?![a-z])(?:{COMMA}(?P<nth_year>{YEAR}))?)
    # three o'clock, half past three, a quarter to four
  | (?P<spoken_clock>
      (?:(?P<spoken_part>half|(?:a\ )?quarter)\ (?P<spoken_side>past|to)\ (?P<past_hour>{alternatives(HOURS)}|{DAY}){CLOCK_BEHIND}
        |(?P<spoken_hour>{alternatives(HOURS)})\ o['’]clock(?![a-z])){OF_DAY})
    # nineteen-eighties
  | (?P<word_decade>nineteen[\ -](?P<word_tens>{alternatives(TENS)})(?![a-z]))
    # summer of 2021
  | (?P<season>(?P<season_name>{alternatives(SEASONS)})\ (?:of\ )?(?P<season_year>{YEAR})(?!\ [a-z]+s\b))
    # year-end 2021
  | (?P<end_year>(?:year[\ -]end|end[\ -]of[\ -]year)\ (?P<ended_year>{YEAR}))
    # last Friday
  | (?P<weekday>last\ (?P<weekday_name>{alternatives(WEEKDAYS)})(?![a-z]))
    # last year
  | (?P<word>(?:{alternatives(RELATIVES)})(?![a-z]))
    # a year earlier
  | (?P<same>(?:{alternatives(SAME)})(?![a-z]))
    """,
    re.VERBOSE,
)
DIGIT_ANCHOR = lazy_pattern(
    r"""
    (?<![0-9:/$£€])(?<![0-9][.,-])(?<![a-z])
    (?:[0-9]{1,4}(?=(?:st|nd|rd|th)?[\ ,’'–—-]|['’]?s|[:.][0-9]{2}\ ?[ap]|[apb]\.?[mc])  # 30 before "th of June"
      |(?<=['’‘])[0-9]{2}(?![0-9a-z]))                                                      # '98
  | (?<=[0-9]-)[0-9]{1,2}(?=(?:[:.][0-9]{2})?\ ?[ap]\.?m(?![a-z]))                          # the 5 of 9-5 p.m.
    """,
    re.VERBOSE,
)
OPENING = (
    *MONTHS,
    *ORDINALS,
    *SAME,
    *RELATIVES,
    "final",
    "latter",
    "earlier half",
    "later half",
    "opening decade",
    "closing decade",
    "fiscal",
    "financial",
    "fy",
    "ad ",
    "a.d",
    "nineteen",
    *SEASONS,
    *COUNTS,
    "year-end",
    "year end",
    "end-of-year",
    "end of year",
    "last",
    "half past",
    "quarter past",
    "quarter to",
    "a quarter past",
    "a quarter to",
    *(f"{word} o{mark}clock" for word in HOURS for mark in "'’"),
)
WORD_ANCHOR = lazy_pattern(rf"(?<![a-z0-9])(?:{alternatives(OPENING)})", re.VERBOSE)
OPENINGS = Marks(OPENING)
MONTH_TAIL = lazy_pattern(
    rf"""
    # (June) 30th, 2021; (March) 15-20, 2021; (June) 26 and 27
    \ ?(?P<day>{DAY}){NTH}
      (?:(?P<to>{TO})(?P<day_to>{DAY}){NTH}(?!\ (?:{MONTH}))
        |(?P<and>(?:,|\ and|,\ and|\ &|\ or)\ )(?P<day_and>{DAY}){NTH}(?=,|\ |\.|$)(?!\ (?:{MONTH}|[a-z]+s\b)))?
      (?:{COMMA}(?P<day_year>{YEAR}|['’][0-9]{{2}}))?
      (?![0-9a-z]|[.,:][0-9]|\ ?(?:%|percent|million|billion|thousand|a\.?m|p\.?m))
    # (May) 2013
  | (?:\ of|\ ?,)?\ (?P<year>{YEAR}|['’][0-9]{{2}}(?![0-9a-z]))
    # (May) last year
  | (?:\ of)?\ (?P<relative_year>{alternatives(word for word, relative in RELATIVES.items() if relative.step == "year")})(?![a-z])
    # (May) before "-June 2020"
  | (?={TO}(?:{MONTH})(?![a-z]))
    """,
    re.VERBOSE,
)
# A stretch "of" what is no year is none: the first half of the match.
OF = lazy_pattern(
    rf"""
    # of 2022, of fiscal year 2022
    ,?\ (?:of|in|for)\ (?:the\ )?(?:(?:fiscal|financial|calendar)\ )?(?:year\ )?(?P<year>{YEAR})(?:\ year)?
    # third quarter 2022
  | ,?\ (?P<year_behind>{YEAR})
    # of last year
  | \ (?:of|in)\ (?P<word>{alternatives(RELATIVES)})(?![a-z])
    # of the year
  | \ (?:of|in)\ the\ (?:(?:fiscal|financial|calendar)\ )?year(?![a-z-])
    # the second quarter last year
  | \ (?P<last>last\ year|this\ year)(?![a-z])
    """,
    re.VERBOSE,
)
FISCAL = lazy_pattern(r"fiscal|financial")
ENDED = lazy_pattern(r",?\ (?:ended|ending|to)\ ")
MONTH_BEFORE = lazy_pattern(
    r"""
    (?<![a-z])(?:in|by|since|of|during|until|till|from|to|last|next|this|early|late|mid|end|every|each|before|after|between|and|for|through)
    [\ -]$     # in May
    """,
    re.VERBOSE,
)
# How far before a date such a word stands at most: "wednesday ".
ON_REACH = 10
ON_BEFORE = lazy_pattern(
    r"(?:\b(?:on|by|until|from|and|since|of)|(?<!up )\bto|[,(–-]|day|night|morning)[ ]?$"
)  # on 8 May, monday 8 May
DAY_ENDS = lazy_pattern(r"[ ]?(?:[,.;:)\]!?–-]|$|(?:at|in|and|to|for|when|with|the)\b)")  # May 8 in London
