"""Where a date in Chinese begins: the patterns of its year, and of what stands without one."""

from __future__ import annotations

import re

from factcheck.extract.periods.chinese_parts import CLOCK_TO, DASH, LIST, PART, PART_OF_DAY, SMALL, ZONE
from factcheck.extract.periods.moment import WORD_TABLES, ZONES
from factcheck.lexicon.calendar import alternatives, listed, numbered
from factcheck.pattern import lazy_pattern
from factcheck.period import Relative

DIGIT = "〇零○一二三四五六七八九"
COVER = alternatives(listed("cover"))
LUNAR = listed("lunar")
LUNAR_ERAS = numbered("lunar_era")
ERAS = numbered("era") | LUNAR_ERAS
WORDS = {
    word: Relative(step, offset, base)
    for table, step, base in WORD_TABLES
    for word, offset in numbered(table).items()
    if not word.isascii()
}
HOUR = r"二十[一二三]?|十[一二三四五六七八九]?|[一二两三四五六七八九零]"
# No digit, point or grouping comma stands right before a year.
FREE = r"(?<![0-9])(?<![0-9][.,])"

CENTURY = rf"""
    # 20世纪, 公元前二世纪, 上世纪90年代, 19世纪下半叶, 16和17世纪, 十六七世纪, 20世纪60和70年代, 21世纪头十年
    (?P<century>(?:(?:(?P<bc>公元前|西元前)|公元|西元)\ ?)?(?<![.0-9{SMALL}])(?<!分之)
      (?:(?P<hundred_from>[0-9]{{1,2}}|[{SMALL}]{{1,3}})(?:世纪)?(?:{LIST}|{DASH})|(?P<hundred_before>十[一二三四五六七八])(?=[二三四五六七八九]\ ?世纪))?
      (?:(?P<hundred>[0-9]{{1,2}}|[{SMALL}]{{1,3}})|(?P<this_century>本)|上个?)\ ?世纪
      (?:\ ?(?:(?P<ten_of_century_from>[一二三四五六七八](?=[二三四五六七八九]十)|(?:[1-9]0|[一二三四五六七八九]十)(?=(?:\ ?年代)?(?:{LIST}|{DASH})))
              (?:(?:\ ?年代)?(?:{LIST}|{DASH}))?)?
          (?P<ten_of_century>[0-9]{{1,2}}0?|[一二三四五六七八九]十)\ ?年代
        |\ ?(?P<half_century>[上下前后])半[叶期]?
        |\ ?的?(?P<edge_of_century>头|最初|前|第一个|首个|最后|最后一个)的?十年(?!代))?)
    """
DECADE = rf"""
    # 90年代, 1960至70年代, 八十年代
    (?P<decade>(?:(?<![.0-9])(?P<ten_from>[0-9]{{2,4}})(?:年代)?{DASH})?
      (?:(?<![.0-9])(?P<ten>[0-9]{{1,3}}0)|(?<![{DIGIT}十])(?P<hanzi_ten>[二三四五六七八九]十|一九[{DIGIT}]〇))\ ?年代)
    """
YEAR = rf"""
    # 三年前, 5天前; 三年前三季度 is none
    (?P<ago>(?<![0-9.第{SMALL}])(?P<ago_count>[0-9]{{1,2}}|[{SMALL}两]{{1,3}})(?P<ago_unit>年|个月|周|天)[以之]?前(?![{SMALL}0-9期往任半后]))
    # 民国70年代
  | (?P<era_decade>(?P<decade_era>{alternatives(ERAS)})\ ?(?P<era_ten>[1-9]0|[二三四五六七八九]?十)\ ?年代)
    # 2003、2005及 before 2007年
  | (?P<years>(?<![0-9])(?<![0-9]\.)(?:[12][0-9]{{3}}\ ?年?{LIST}){{1,8}})(?=[12][0-9]{{3}}(?:[-–][0-9]{{2,4}})?\ ?年)
    # 24财年, 23/24赛季; 20-21年度 before 21年
  | (?P<short_cover>{FREE}(?P<short_from>[0-9]{{2}})
      (?:(?=\ ?(?:{alternatives(listed("cover", "fiscal"))}))|(?:{DASH}|/)(?P<short_to>[0-9]{{2}})(?=\ ?(?:{COVER}))))
    # 2021年, 2010-2016年, 2007/08年
  | (?P<year>(?:{FREE}(?P<from>[0-9]{{2,4}})\ ?年?(?:{DASH}|/))?{FREE}(?P<digits>[0-9]{{2,4}})\ ?年(?!级|代))
    # 2022财年, 2020/21赛季, 2022上半年
  | (?P<cover>{FREE}(?P<cover_from>(?:19|20)[0-9]{{2}})(?:(?:{DASH}|/)(?P<cover_to>[0-9]{{4}}|[0-9]{{2}}))?
      (?=\ ?(?:{COVER}|[上下]半年|全年|前[二三]季度|第?[一二三四1-4]季[度报]|q[1-4]|h[12]|半年报|[中年]报)))
    # 二〇二一年, 零八年
  | (?P<hanzi_year>(?<![{DIGIT}十百千万])(?P<hanzi>[一二][{DIGIT}]{{3}}|[〇零○][{DIGIT}])\ ?年)
    # 民国111年, 光绪二十四年, 昭和元年
  | (?P<era_year>(?P<era>{alternatives(ERAS)})\ ?(?P<count>元|[0-9]{{1,4}}|[{SMALL}百]{{1,5}})\ ?年)
    # 建安五年 before （200年）
  | (?P<glossed>(?:元|[{SMALL}]{{1,3}}|[0-9]{{1,2}})年(?=\ ?[（(](?:公元|西元)?(?P<gloss>[0-9]{{2,4}})\ ?年[)）]))
    # 公元前221年, 前221年
  | (?P<bc_year>(?:公元前|西元前|(?<![提以之目此年月日天间生])前(?=\ ?[0-9]{{3}}))
      \ ?(?P<before>[0-9]{{1,4}}|[{SMALL}百千]{{1,7}})\ ?年)
    # 公元37年
  | (?P<anno>(?:公元|西元)\ ?(?P<anno_digits>[0-9]{{1,4}})\ ?年)
    # 上周五
  | (?P<weekday>(?P<week>{alternatives(word for word, relative in WORDS.items() if relative.step == "week")})
      (?P<weekday_name>[一二三四五六日天])(?![{SMALL}年月]))
    # 去年, 上年同期, 本月
  | (?P<word>{alternatives(WORDS)})
    """
LONE = rf"""
    # 农历八月十五, 腊月二十八
    (?P<lunar>(?:{alternatives(LUNAR)})\ ?[{SMALL}正腊冬0-9]{{1,3}}月[初{SMALL}0-9]{{0,3}}日?
      |(?<![一-龥])[正腊冬]月(?:初[{SMALL}]|[{SMALL}]{{1,3}}))
    # “十四五”期间, 十三五规划
  | (?P<plan>(?<![{DIGIT}十百千])(?P<plan_number>十[一二三四五六]|[六七八九])五[”"」』]?(?=期间|时期|规划|以来|末|收官|开局|[前头后]))
    # 年底 of no year that is named
  | (?P<edge>(?<![0-9{DIGIT}去今前明本当同次新过半])年[初底末终](?![{SMALL}]))
    # 上半年, 三季报, 5月15日
  | (?P<part>(?<![.0-9{DIGIT}十几数两]){PART})
    # 15日 behind a stop or a preposition; 15日后 and 3日游 are lengths
  | (?P<day_alone>(?:(?<=[，。；、：（(于在至截从自并而但及和日号\n\ ])|(?<![\s\S]))
      (?=[0-9]{{1,2}}(?:日?{DASH}[0-9]{{1,2}})?日(?!元|圆|平?均|内|后|前|游|间|以|之|的|龄)))
    # 北京时间14时, 北京时间3月3日
  | (?P<zoned>(?P<zone>{ZONE})[，,\ ]?(?=[0-9今昨明上下凌中晚早]))
    # 下午3点, 晚上八点一刻, 8时43分
  | (?P<clock>(?<![.0-9:])(?:{alternatives(PART_OF_DAY)})\ ?
        (?:[0-9]{{1,2}}(?=[:：]|\ ?[时点])|(?<![早晚])(?:(?!一点(?![钟半多整许左，,。零{SMALL}]))[{SMALL}零两]{{1,3}})(?=[时点](?![意建要])))
      |(?<![0-9点{SMALL}零百千万])(?:{HOUR})(?=点(?:[一二三四五]十[{SMALL}]?|零[{SMALL}]|十[{SMALL}]?)分(?!之))
      |(?<![.0-9:/])[0-9]{{1,2}}(?=\ ?[时点]\ ?(?:[0-9]{{1,2}}\ ?分(?![之钟])|半(?!年)|整))
      # 8点 of 8点到10点; "up 8 to 10 points" is none
      |(?<![.0-9:/涨跌升降挫])(?<![涨跌升降挫了][了约近\ ])[0-9]{{1,2}}
        (?=\ ?[时点]{CLOCK_TO}(?:{alternatives(PART_OF_DAY)})?\ ?[0-9]{{1,2}}(?:\ ?[时点]|[:：][0-9])))
    """
SCAN = lazy_pattern(f"{YEAR} | {LONE} | {DECADE} | {CENTURY}", re.VERBOSE)

FIRST = "".join(sorted({word[0] for word in (*WORDS, *ERAS, *LUNAR, *PART_OF_DAY, *ZONES) if not word.isascii()}))
ANCHOR = lazy_pattern(
    rf"""
    (?=[0-9{DIGIT}正腊冬本两头十廿卅百公西元第上下前后首中半年q{FIRST}])     # one look at a character rules out most of a text
    (?:
      # 2021 before 年, 1 before -9月
      (?<![0-9])[0-9]{{1,4}}(?=\ ?[年月日号季世时点个周天、至到及和与半上下全财会赛球学中前第qh/–—~〜−,-])
      # 二〇二一 before 年
    | [{DIGIT}十廿卅百两]{{1,7}}(?=\ ?[年月日世季至到个周天、和与及])
      # 二十 before 点三十分
    | (?:{HOUR})(?=点[{SMALL}零]{{1,3}}分)
    # 第三季度, 上半年, 前三季度, 上世纪, 公元37年, 元年, 年底
    | [正腊冬]月|(?:十[一二三四五六]|[六七八九])五(?=[”"」』期时规以末收开前头后])
    | 第[一二三四1-4]|[上下前后]半|首季|[前头首][二三两23]|中报|半年报|(?:上个?|本)世纪|公元|西元|前\ ?[0-9]{{3}}|q[1-4]|元年|年[初底末终]
    | {alternatives(PART_OF_DAY)} | {ZONE} | {alternatives(LUNAR)} | {alternatives(ERAS)} | {alternatives(WORDS)}
    )
    """,
    re.VERBOSE,
)
