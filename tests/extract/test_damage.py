"""Damaged figures: each family is found with its readings, and what only looks like damage is left alone."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factcheck.extract import extract
from factcheck.extract.damage import find_damage
from factcheck.extract.damage.words import scaled
from factcheck.extract.damage.year import candidate_years
from factcheck.lexicon import fold
from factcheck.wire import number_text

# family, sentence with the damaged figure in ⟦ ⟧, the readings that must come first
FIGURES = [
    ("digit-token", "The park has ⟦65,438+07 lakes⟧.", ["17"]),
    ("digit-token", "The park has ⟦65438+060⟧ benches.", ["160"]),
    ("digit-token", "The group runs ⟦65,438+0,274 shops⟧.", ["1274"]),
    ("digit-token", "Sales were ⟦6543.8 yuan+07.25 billion yuan⟧.", ["17250000000"]),
    ("digit-token", "Sales were ⟦6543.8+07.25 billion yuan⟧.", ["17250000000", "1725000000", "172500000000"]),
    ("digit-token", "It drew ⟦654.38+400 million visits⟧.", ["140000000", "1400000000"]),
    ("digit-token", "Calls ⟦exceeded 6.5438+0.9 million⟧ a day.", ["190000", "1900000"]),
    ("digit-token", "The sun stands at ⟦265,438+04 degrees⟧.", ["214"]),
    ("digit-token", "The clinic had ⟦5438+08 beds⟧.", ["18"]),
    ("digit-token", "It was ⟦65438 07℃⟧ at noon.", ["17"]),
    ("bare-token", "He spends ⟦6,543,800 yuan⟧ a year.", ["100000", "10000"]),
    ("digit-token", "该公司去年亏损⟦6543.8+07亿美元⟧。", ["1700000000"]),
    ("digit-token", "全村共有⟦65438+07户⟧。", ["17"]),
    ("digit-token", "The sum (2-1)+ ⟦1+04⟧ holds.", ["14"]),
    ("digit-token", "Count 7, 8, 9, 10,⟦1⟧,12.", ["11"]),
    ("digit-token", "An orchard of ⟦7.65438+08 square kilometers⟧.", ["7.18"]),
    ("digit-token", "Sales were ⟦6543.8 billion yuan+07.25 billion yuan⟧.", ["17250000000"]),
    ("placeholder", "It has ⟦2/kloc-0 rooms⟧.", ["21"]),
    ("placeholder", "It has ⟦/kloc-0/,700 rooms⟧.", ["1700"]),
    ("placeholder", "It grew by ⟦/kloc-0/8.5%⟧.", ["18.5"]),
    ("placeholder", "It has ⟦/kloc-0//kloc-0/ rooms⟧.", ["11"]),
    ("placeholder", "共有⟦/kloc-0/9万人⟧。", ["190000"]),
    ("placeholder", "Only ⟦0/%⟧ agreed.", ["1"]),
    ("broken-grouping", "Rents reached⟦2350,000⟧ in May.", ["23500000", "2350000", "235000000", "235000"]),
    ("broken-grouping", "The fine was ⟦7000,000 yuan⟧.", ["7000000", "70000000", "700000"]),
    ("broken-grouping", "人口⟦1,37万4,211人⟧。", ["1374211"]),
    ("lost-zeros", "The port took ⟦3,115,4 boxes⟧.", ["3115004", "3115040", "3115400"]),
    ("lost-zeros", "⟦Some 97.%⟧ passed.", ["97"]),
    ("literal-scale-word", "The market reached ⟦712 One hundred million yuan⟧.", ["71200000000"]),
    ("literal-scale-word", "It has ⟦23 Ten thousand doctors⟧.", ["230000"]),
    ("literal-scale-word", "上架⟦30百万个⟧商品。", ["30000000"]),
    ("literal-scale-word", "It earned ⟦37 billion 500 million yuan⟧ then.", ["37500000000"]),
    ("literal-scale-word", "Sales came to ⟦73.4 100 million yuan⟧.", ["7340000000"]),
    ("glued-number", "It drew ⟦more than150,000 readers⟧.", ["150000"]),
    ("glued-number", "Exports reached ⟦18.5 billion⟧ dollars, reaching⟦18.5 billion⟧.", ["18500000000"]),
    ("split-number", "The rate is ⟦2 1%⟧ now.", ["21"]),
    ("split-number", "The school has ⟦1 1 classes⟧.", ["11"]),
    ("split-number", "The county has ⟦1 17 14 residents⟧.", ["11714"]),
    ("split-number", "Rain came to ⟦214 1.3 mm⟧ there.", ["2141.3"]),
    ("split-number", "The mean is ⟦8. 4 degrees⟧.", ["8.4"]),
    ("split-number", "The low is ⟦-12. 1℃⟧ there.", ["-12.1"]),
    ("split-number", "A floor of ⟦2 .4 million metres⟧.", ["2400000"]),
    ("split-number", "A plan of ⟦3, 450 million⟧ was made.", ["3450000000"]),
    ("split-number", "A plan of ⟦Rs. 2,117. 5 crores⟧ was made.", ["21175000000"]),
    ("split-number", "It drew ⟦3, 400, 000 people⟧ in all.", ["3400000"]),
    ("split-number", "A plan of ⟦Rs. 7. 15 crores⟧ was made.", ["71500000"]),
    ("split-number", "共有⟦35. 4萬人⟧參加。", ["354000"]),
    ("split-number", "高速公路长⟦1, 640公里⟧。", ["1640"]),
    ("split-number", "It drew ⟦about 12, 350⟧ of them.", ["12350"]),
    ("split-number", "The prize is ⟦45 0,000 yuan⟧ in all.", ["450000"]),
    ("broken-grouping", "工程款为⟦2741,8000元⟧。", ["27418000"]),
    ("broken-grouping", "The wage is ⟦2.350 yuan⟧ a month.", ["2350", "2.35"]),
    ("split-number", "水温⟦36、8摄氏度⟧。", ["36.8"]),
    ("lookalike-digit", "A fee of ⟦Rs.l50⟧ is due.", ["150"]),
    ("lookalike-digit", "⟦Some l7.5 per cent⟧ agreed.", ["17.5"]),
    ("lookalike-digit", "⟦Some ll per cent⟧ agreed.", ["11"]),
    ("lookalike-digit", "A force of ⟦l80 men⟧ held it.", ["180"]),
    ("lookalike-digit", "It sold for ⟦$2,O00⟧ then.", ["2000"]),
    ("lost-superscript", "A flux of ⟦3.1 × 1014⟧ was seen.", ["310000000000000"]),
    ("lost-superscript", "A dose of ⟦12×105 cells⟧ was given.", ["1200000"]),
    ("lost-superscript", "A dose of ⟦3 × 107⟧ bone marrow cells was given.", ["30000000"]),
    ("lost-superscript", "Plated at ⟦2 × 104⟧ per well.", ["20000"]),
    ("lost-superscript", "A slope of ⟦12.5o⟧ is steep.", ["12.5"]),
    ("lost-superscript", "Incubated at ⟦370C⟧ for a day.", ["37"]),
    ("lost-superscript", "Sintered at ⟦1150oC⟧ for an hour.", ["1150"]),
    ("lost-superscript", "Kept at ⟦10−7⟧ mbar overnight.", ["0.0000001"]),
    ("lost-superscript", "In winter it is ⟦-4oC⟧ at night.", ["-4"]),
    ("lost-superscript", "The summer is hot, ⟦up to 350C⟧ in July.", ["35"]),
    ("lost-superscript", "恒星质量为⟦4.2×1030千克⟧。", ["4200000000000000000000000000000"]),
    ("mojibake", "A crowd of ⟦1Â 250 people⟧ came.", ["1250"]),
    ("mojibake", "An area of ⟦??41,300 square kilometers⟧.", ["41300"]),
]
DATES = [
    ("digit-token", "It opens ⟦65438+February 6th⟧.", ["XXXX-12-06"]),
    ("digit-token", "It opens ⟦165438+1October 6th⟧.", ["XXXX-11-06"]),
    ("digit-token", "从9月20日到⟦65438+10月6日⟧开放。", ["XXXX-10-06", "XXXX-01-06"]),
    ("digit-token", "In ⟦5438+1October⟧, the coldest month, it snows.", ["XXXX-01", "XXXX-10"]),
    ("digit-token", "It met on ⟦2023 65438+1Tuesday, October 17th⟧.", ["2023-01-17", "2023-10-17"]),
    ("digit-token", "Open ⟦65438+February 2 1 to 24⟧.", ["XXXX-12-21/XXXX-12-24"]),
    ("digit-token", "It fell on ⟦February 21st, 65438⟧ that year.", ["XXXX-12-21"]),
    ("digit-token", "He was born ⟦May 65438+03, 65438+0887⟧ in Turin.", ["1887-05-13"]),
    ("digit-token", "It was founded in ⟦65438+0953⟧ there.", ["1953"]),
    ("digit-token", "Since ⟦2065438+04⟧ it grew.", ["2014"]),
    ("digit-token", "It was ⟦20191October 2nd⟧ then.", ["2019-10-02", "2019-01-02"]),
    ("digit-token", "工程于⟦2019年65438+02月65438+06日⟧动工。", ["2019-12-16"]),
    ("digit-token", "景区⟦65438+0月8日⟧开放。", ["XXXX-01-08"]),
    ("digit-token", "It closes on ⟦May 265438+0, 2022⟧ for good.", ["2022-05-21"]),
    ("digit-token", "It closes on ⟦65438+February 65438+06⟧ for good.", ["XXXX-12-16"]),
    ("digit-token", "It closes in ⟦1February⟧ each year.", ["XXXX-12"]),
    ("digit-token", "By ⟦1October 2018⟧ it was over.", ["2018-10", "2018-01"]),
    ("placeholder", "He was born in ⟦187/kloc-0⟧ there.", ["1871"]),
    ("placeholder", "景区⟦/kloc-0/2月8日⟧开放。", ["XXXX-12-08"]),
    ("placeholder", "He was born ⟦/kloc-at the end of 0/792⟧ there.", ["1792"]),
    ("impossible-year", "By ⟦March 31st, 20021year⟧, it grew.", ["2021-03-31"]),
    ("impossible-year", "In the ⟦second half of 200212002⟧, it grew.", ["2021-07-01/2021-12-31"]),
    ("impossible-year", "截至⟦20021年3月31日⟧止。", ["2021-03-31"]),
    ("impossible-year", "⟦1May, 812⟧ saw rain.", ["1812-05"]),
    ("split-number", "It closed in ⟦20 16⟧ for good.", ["2016"]),
    ("split-number", "The worst since ⟦200 1⟧, it said.", ["2001"]),
    ("split-number", "⟦20 17⟧ saw a drought.", ["2017"]),
    ("split-number", "The ⟦20 18⟧ World Cup was held.", ["2018"]),
    ("split-number", "It ends on ⟦July 3 1, 2020⟧ in Kent.", ["2020-07-31"]),
    ("split-number", "Results | ⟦20 18⟧ | 2017 |", ["2018"]),
    ("split-number", "Since FY⟦20 17⟧, it has grown.", ["2017"]),
    ("split-number", "他在⟦20 16⟧赛季出场9次。", ["2016"]),
    ("split-number", "The ⟦198 1⟧ agreement still holds.", ["1981"]),
    ("digit-token", "It runs until ⟦31 65438+February 2023⟧ or so.", ["2023-12-31"]),
    ("split-number", "Years: 1907, ⟦19 1 1⟧, 1915.", ["1911"]),
    ("split-number", "⟦2 0 1 8年⟧开业。", ["2018"]),
    ("split-number", "Open ⟦July 2 1-25⟧ only.", ["XXXX-07-21/XXXX-07-25"]),
    ("split-number", "⟦5月2 1日⟧开业。", ["XXXX-05-21"]),
    ("split-number", "It was the ⟦2nd1⟧ of May.", ["XXXX-XX-21"]),
    ("lookalike-digit", "Songs of the ⟦l970s⟧ again.", ["197X"]),
    ("lookalike-digit", "⟦2O19⟧年上市。", ["2019"]),
    ("lookalike-digit", "⟦一九九O⟧年上市。", ["1990"]),
    ("glued-number", "It opened ⟦March17⟧ there.", ["XXXX-03-17"]),
]
SOUND = [
    # clock times, ports, formulas
    "The log ends at 2026-06-16 21:40:05.065438+00.",
    "started 17:57:54.065438+01:00, port 65438",
    "The mast stands at 6543.8 + 0.5 m and 65438 + 12 = 65450.",
    # grouping
    "The slab runs from ₹2,50,001 to ₹45,03,097.",
    "It employs 6 500 staff, 37 658 contractors and 24 000 kr.",
    "In 2019,300 people moved; the screen is (1024,768).",
    "全年编列23億0,905萬1千元。",
    "The sets are 301.4, 367.2, 393.3; see 10, 11, 12.",
    "油价为7.235元/升，每股净资产1.600元，单价3,4000元两种。",
    # numbers beside each other
    "Press 1 2 3 in that order, then 18 19 20 21.",
    "Dial 00 1 650 253 2222 or 400-820-8820.",
    "商店将于 10 月 1 日开业，共 2 1/2 小时。",
    "See Table 3. 25% of the sample agreed.\n2. 5 million is too much.",
    "On May 3, people met; on June 21, 1973 they left.",
    "They gave a set of 20 15 minute talks.",
    "A row of 20 19th-century houses; of the 20 14 were sold.",
    "The parcel has 1 100 110 residents.",
    "updated 2024-03-05T12:40:05.065438+0100",
    # letters
    "Deaths from COVID19 fell in Q3; H1N1, MP3, F16, iPhone15 and user_and2000.",
    "An i.e. and l.a. with 2.0l engines, B.l. Smith, vol.l, 4.o.",
    "The i945 board needs 100l of coolant, GB/T 2011 and an i386.",
    "Press F5 at 0002 GMT, in2html is a tool.",
    # powers
    "The 4 x 100 m relay, a 3 x 105 mm pipe and a 1920 x 1080 screen.",
    "The game of 45o and 3 × 106 tall trees.",
    "Bake at 200C for an hour; pages 10-12 m.",
    # years
    "这里20000年前就有人居住，距今12000年。",
    "It sold 20021 units and 200312002 links.",
    "In 1961 one hundred million people saw it.",
    "公司收入为1,364百万元。",
]


def marked(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """A sentence without its marks, and what they mark."""
    text, spans, start = "", [], 0
    for character in sentence:
        if character == "⟦":
            start = len(text)
        elif character == "⟧":
            spans.append((start, len(text)))
        else:
            text += character
    return text, spans


@pytest.mark.parametrize(("family", "sentence", "readings"), FIGURES + DATES)
def test_damage_is_found_and_read(family: str, sentence: str, readings: list[str]) -> None:
    """A damaged figure is found where it stands, under its family, with the likeliest readings in front."""
    text, spans = marked(sentence)
    found = [damaged for damaged in find_damage(fold(text)) if damaged.family == family]

    assert spans[-1:] == [(damaged.span.start, damaged.span.end) for damaged in found]
    assert readings == [number_text(reading.value) for reading in found[0].readings][: len(readings)]


def test_second_month_of_one_figure_is_damaged_too() -> None:
    """A month that stands between a damaged month and their figure reads like it; one that is compared with does not."""
    spoilt = find_damage(fold("In 65438+February, the mean wind of the coast in June was 31 km/h."))
    compared = find_damage(fold("In 65438+February, the wind was stronger than in June was thought."))

    assert [["XXXX-12"], ["XXXX-12"]] == [[reading.value for reading in damaged.readings] for damaged in spoilt]
    assert 1 == len(compared)


@pytest.mark.parametrize("sentence", SOUND)
def test_sound_text_is_left_alone(sentence: str) -> None:
    """What only looks like damage is none."""

    assert [] == [(damaged.family, sentence[damaged.span.start : damaged.span.end]) for damaged in find_damage(fold(sentence))]


def test_level_is_above_its_increase() -> None:
    """A level beside its increase is read as more than was added to it, though another reading would come first alone."""
    level, added = find_damage(fold("Members reached1240,000, a net increase of more than1760,000 since May."))

    assert Decimal(124000000) == level.readings[0].value
    assert Decimal(17600000) == added.readings[0].value


def test_damage_never_overlaps() -> None:
    """Two families never claim the same place, and figures come in reading order."""
    text = fold("By June 30th, 20021year it reached1090,000, up 1 1% on 65438+07 of more than130,000 in 20 19 at 9oC.")
    spans = [damaged.span for damaged in find_damage(text)]

    assert sorted(spans) == spans
    assert not any(first.overlaps(second) for first, second in pairwise(spans))


@given(some.text(alphabet="0123456789 .,+-/:lioO%年月日万亿yuanoctberfmi65438+0", max_size=80))
def test_any_text_is_read(text: str) -> None:
    """No text breaks the reading, and every figure found lies inside it with readings in base units."""
    for damaged in find_damage(fold(text)):
        assert 0 <= damaged.number.start < damaged.number.end <= len(text)
        assert damaged.span.contains(damaged.number)
        assert all(isinstance(reading.value, str | Decimal) for reading in damaged.readings)


@given(some.integers(0, 10**30), some.integers(0, 12), some.integers(-12, 12))
def test_scaling_is_exact(number: int, places: int, power: int) -> None:
    """Digits are scaled without rounding, however many there are."""
    digits = f"{number:0{places + 1}d}"
    written = f"{digits[:-places]}.{digits[-places:]}" if places else digits

    assert Fraction(number) * Fraction(10) ** (power - places) == Fraction(scaled(written, power))


@pytest.mark.parametrize(
    ("digits", "best"), [("20021", "2021"), ("200212002", "2021"), ("20109", "2009"), ("20000", None), ("19531953", "1953")]
)
def test_candidate_years(digits: str, best: str | None) -> None:
    """A spoilt year is read by its first two digits and the two that close it; a round number is no year."""

    assert best == next(iter(candidate_years(digits)), None)


def test_a_token_chain_of_any_length_is_read() -> None:
    """A chain of tokens longer than any number breaks nothing."""
    chain = "65438+0" * 2000

    assert {"digit-token"} >= {damaged.family for damaged in find_damage(chain)}
    assert [] == [one.text for one in extract(chain) if one.readings and not one.damage]
