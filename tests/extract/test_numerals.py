"""Numerals: what a number says, in every written form."""

import time
from decimal import Decimal
from fractions import Fraction

import pytest

import factcheck
from factcheck.extract import digits, fractions, hanzi, number_words, spelled
from factcheck.quantity import decimal_text

HANZI = [
    ("二十五", 25, 0),
    ("一百零五", 105, 0),
    ("两百", 200, 2),
    ("三千零五十万", 30_500_000, 5),
    ("一亿二千万", 120_000_000, 7),
    ("二〇二一", 2021, 0),
    ("十二", 12, 0),
    ("廿八", 28, 0),
    ("一万五千亿", 1_500_000_000_000, 11),
    ("三万五", 35_000, 3),
    ("一百二", 120, 1),
    ("一百零二", 102, 0),
    ("四万万", 400_000_000, 8),
    ("一千零十", 1010, 1),
    ("卌八", 48, 0),
    ("参佰陆拾", 360, 1),
]
WORDS = [
    ("one hundred and five", [105]),
    ("two hundred million", [200_000_000]),
    ("twenty-five thousand", [25_000]),
    ("half a million", [500_000]),
    ("a couple of hundred", [200]),
    ("two and three", [2, 3]),
    ("three dozen", [36]),
    ("forty two", [42]),
    ("five point two million", [5_200_000]),
    ("nine point nought four", [Decimal("9.04")]),
    ("two and a half", [Decimal("2.5")]),
    ("six and three quarters", [Decimal("6.75")]),
    ("two and a half million", [2_500_000]),
    ("a million and a half", [1_500_000]),
    ("quarter million", [250_000]),
    ("four and two thirds", [Fraction(14, 3)]),
    ("seven billion three hundred one thousand nine", [7_000_301_009]),
    ("five thousand millions", [5_000_000_000]),
    ("two thousand three hundred million", [2_300_000_000]),
    ("one thousand two thousand", [1000, 2000]),
    ("four hundred six hundred", [400, 600]),
    ("six million, four hundred thousand", [6_400_000]),
    ("two million, three million", [2_000_000, 3_000_000]),
    ("half a dozen", [6]),
    ("three hundred and two dozen", [324]),
    ("forty-one sevenths", [Fraction(41, 7)]),
    ("three fifths", [Fraction(3, 5)]),
    ("two twenty-fifths", [Fraction(2, 25)]),
    ("eighty and four fifths", [Decimal("80.8")]),
    ("two thirds of a million", [Fraction(2_000_000, 3)]),
    ("six point oh five", [Decimal("6.05")]),
    ("eighteen forty-two", [1842]),
    ("zero", [0]),
]
FORMS = [
    ("百分之三十", 30, None),
    ("三四年", 3, 4),
    ("七八十人", 70, 80),
    ("三五天", 3, 5),
    ("几千万", 20_000_000, 99_999_999),
    ("十几个", 11, 19),
    ("三点五亿", 350_000_000, None),
    ("上千人", 1000, None),
    ("千分之三", Decimal("0.3"), None),
    ("万分之五", Decimal("0.05"), None),
    ("大陆十二家", 12, None),
]


@pytest.mark.parametrize(("text", "value", "decimals"), HANZI)
def test_hanzi_value(text, value, decimals):
    """A run of Chinese numerals has one value, and its last digit stands at a power of ten."""
    assert hanzi.hanzi_value(text) == (value, decimals)


@pytest.mark.parametrize("text", ["三四", "十百", "五六七千八"])
def test_runs_that_make_no_number(text):
    """Digits that do not stand at falling places are no number, or a pair that is read elsewhere."""
    read = hanzi.hanzi_value(text)

    assert read is None or read[0] < 100


@pytest.mark.parametrize(("text", "values"), WORDS)
def test_number_words(text, values):
    """English number words join to one number where they make one, and stand apart where they do not."""
    row = next(number_words.rows(text, lambda place: False))

    assert [numeral.value for numeral in spelled.read_row(text, row, lambda place: None)] == values


@pytest.mark.parametrize(("text", "value", "high"), FORMS)
def test_glued_forms(text, value, high):
    """What is glued to a Chinese numeral belongs to it: 百分之, 几, 上, neighbours that make a range."""
    match = hanzi.HANZI_RUN.search(text)
    assert match is not None
    numeral = hanzi.read_hanzi(text, match)

    assert numeral is not None
    assert (numeral.value, numeral.high) == (value, high)


DIGITS = [
    ("48.3%", Decimal("48.3"), -1),
    ("1.313亿", Decimal(131_300_000), 5),
    ("12,345", Decimal(12_345), 0),
    ("2,50,001", Decimal(250_001), 0),
    ("3万5千", Decimal(35_000), 3),
    ("23亿0,905万1千元", Decimal(2_309_051_000), 3),
    ("13.6 billion", Decimal(13_600_000_000), 8),
    ("1961 one hundred million", Decimal(196_100_000_000), 8),
    ("11 ten thousand", Decimal(110_000), 4),
    ("5bn", Decimal(5_000_000_000), 9),
    ("0.50", Decimal("0.50"), -2),
    (".134", Decimal(".134"), -3),
    ("1.3e6", Decimal(1_300_000), 5),
    ("2.5×10^4", Decimal(25_000), 3),
    ("4 × 10⁻⁵", Decimal("0.00004"), -5),
    ("1'234'567", Decimal(1_234_567), 0),
    ("7 120 450", Decimal(7_120_450), 0),
    ("3万4000", Decimal(34_000), 0),
    ("1千零20", Decimal(1_020), 0),
    ("3 dozen", Decimal(36), 0),
    ("2½", Decimal("2.5"), -1),
]


@pytest.mark.parametrize(("text", "value", "decimals"), DIGITS)
def test_digits(text, value, decimals):
    """Digits take the scale behind them; the last written digit keeps its place."""
    match = digits.DIGITS.search(text)
    assert match is not None
    numeral = digits.read_digits(text, match, {})

    assert (numeral.value, numeral.decimals) == (value, decimals)


def test_a_scale_that_belongs_to_the_unit():
    """5千米 is five kilometres."""
    match = digits.DIGITS.search("5千米")
    assert match is not None

    assert digits.read_digits("5千米", match, {1: 3}).value == 5


WRITTEN = [
    ("今年亏损负三十五万元", "-350000"),
    ("夜里零下12度", "-12"),
    ("the margin was minus five percent", "-5"),
    ("乙队3胜2负", "3", "2"),
    ("ten minus five", "10", "5"),
    ("自负三百万", "3000000"),
    ("工作三年半之后", "3.5"),
    ("开了两个半小时", "2.5"),
    ("走访三家半导体厂", "3"),
    ("每份50元6角三分", "50.63"),
    ("it cost 7 dollars and 25 cents", "7.25"),
    ("the deal is worth £82.5m", "82500000"),
    ("served 12M users", "12000000"),
    ("打八五折", "85"),
    ("about 2 1/2 miles away", "2.5"),
    ("1/3 of the clinics", "1/3"),
    ("two thirds of the clinics", "2/3"),
    ("a quarter of the users", "0.25"),
    ("sales over three quarters", "3"),
    ("its forty fifth store", "45"),
    ("the one hundred and twenty-fifth store", "125"),
    ("a twenty second delay", "20"),
    ("nearly half of the stock", "0.5"),
    ("in the second half of it", "2"),
    ("half an hour late", "0.5"),
    ("a quarter of an hour", "0.25"),
    ("the three hundredth visit", "300"),
    ("several hundred jobs", "200"),
    ("nine below zero", "-9"),
    ("7 degrees below zero", "-7"),
    ("6 ± 0.5 mm", "5.5"),
    ("Python 3.12 came out",),
    ("the Boeing 737-800 of 2 airlines", "2"),
    ("the iPhone 15 million times", "15000000"),
    ("one billion and a half million", "1000500000"),
    ("4 km, 20 m and 5 cm", "402005"),
    ("- 1,250", "-1250"),
    ("5/8", "0.625"),
    ("30 000 seats", "30000"),
    ("30 000 seats, 4 250 of them new", "30000", "4250"),
    ("hall 12 250 seats 30", "12", "250", "30"),
    ("2.345,60 was paid", "2345.6"),
    ("a rate of 3,5 %", "3.5"),
    ("2^12 pages", "4096"),
    ("4 and a half minutes", "4.5"),
    ("6 million and a quarter", "6250000"),
    ("5 thousand 2 hundred and 7", "5207"),
    ("8 thousand 4 hundred and 0", "8400", "0"),
    ("one over eight", "0.125"),
    ("5 million and 3 stores", "5000000", "3"),
    ("6 feet and 3 inches tall", "75"),
    ("3 days, 4 hours", "76"),
    ("ran 7 km, 300 m behind the others", "7", "300"),
    ("3 years and 2 shops", "3", "2"),
    ("an hour and a half", "1.5"),
    ("a minute and 20 seconds", "80"),
    ("paid 25 dollars 40.", "25.4"),
    ("paid 25 dollars, 40 of them in coins", "25", "40"),
    ("4 CAD 5 cents", "4.05"),
    ("85 MEUR", "85000000"),
    ("some MCHF 7", "7000000"),
    ("60 USD million", "60000000"),
    ("SEK45", "45"),
    ("The result was ($7.20).", "-7.2"),
    ("a fee ($7.20) is due", "7.2"),
    ("twenty dimes", "2"),
    ("one, two, three", "1", "2", "3"),
    ("between one and three million users", "1000000"),
    ("the one I know",),
    ("tens of thousands of jobs", "20000"),
    ("占比百分之一百", "100"),
    ("三又二分之一小时", "3.5"),
    ("零点五", "0.5"),
    ("十", "10"),
    ("等了三十分钟", "30"),
    ("一百千瓦的电机和六千字节", "100", "6"),
    ("两万两白银，又添了二两", "20000", "2"),
    ("装机4000万千瓦", "40000000"),
    ("万千气象，千瓦时是单位",),
    ("发病率为十万分之12.4", "0.0124"),
    ("误差不到百万分之三", "0.0003"),
    ("12分之5的会员", "5/12"),
    ("四分一受訪者", "0.25"),
    ("九分二十秒", "560"),
    ("每本八元五角", "8.5"),
    ("找回九角五分", "0.95"),
    ("三块五一斤，买了2块5个人分", "3.5", "2", "5"),
    ("跑了两小时十五分", "135"),
    ("学徒3年零6个月", "42"),
    ("重六斤八两，长3米20厘米", "68", "320"),
    ("身高一米七五", "1.75"),
    ("养了一个半月，贵了一倍半", "1.5", "1.5"),
    ("七成六的人，三成一线城市", "76", "30"),
    ("1萬2,300人", "12300"),
    ("2千零30万", "20300000"),
    ("1万5的工资，1万600元", "15000", "10600"),
    ("7 万 5 千 4 百人", "75400"),
    ("１２，３４５人", "12345"),
    ("12k个网点", "12000"),
    ("三千 八百 九十六 万 人", "38960000"),
    ("五 分之 一", "0.2"),
    ("师生比1:16，比例为三比二，比例尺1:200000", "0.0625", "1.5", "0.000005"),
    ("体温37度5，共1千3百5十2元", "37.5", "1352"),
    ("年近六旬，八旬老人", "60", "80"),
    ("20几万人，30来万元", "210000", "300000"),
    ("降低2个千分点，突破千亿大关", "2", "100000000000"),
    ("十四五规划，十四五岁", "14"),
    ("一波三折，三五成群，半斤八两，双十一，五角星，百万富翁",),
    ("票价2000泰铢，行程1800英里，70里亚尔，￥99", "2000", "1800", "70", "99"),
    ("十七八岁，一百二三十人，一万五六千元", "17", "120", "15000"),
    ("气温-5℃，增长率-3.2%", "-5", "-3.2"),
    ("过半网友赞成，近半市民反对，过半年再说", "0.5", "0.5", "0.5"),
    ("走了三公里，用了十分钟，十分满意，三公经费", "3", "10"),
    ("用一度电，做四方面工作，一度停产", "1", "4"),
    ("半公斤糖，半升水，大半公里", "0.5", "0.5"),
    ("个半小时，两个半小时", "1.5", "2.5"),
    ("称1500g面粉，24h营业，5G网络，3D打印", "1500", "24"),
    ("又一又十分一", "1.1"),
    ("2亿三千万人，100万三百强企业", "230000000", "1000000"),
    ("60亿零二千500元", "6000002500"),
    ("二百点25，零点8，零点30分，十点30", "200.25", "0.8", "0", "30", "10", "30"),
    ("赚了一千陆，派出一千陆军", "1600", "1000"),
    ("四百 五又四分之一", "450.25"),
    ("买了五打鸡蛋，一打听，三打祝家庄，以2-2打平", "60", "2", "2"),
    ("一律打对折，涨了半成，半成品不算", "50", "5"),
    ("报名者数以万计", "10000"),
    ("a drop of 1 . 5 million tonnes and 0 . 8 percent", "1500000", "0.8"),
    ("in 2021 . 5 million came", "5000000"),
    ("unemployment rose by point 77 percent", "0.77"),
    ("at this point 77 percent agreed", "77"),
    ("a board 2 1/2 in thick, a strip 3 in wide", "2.5", "3"),
    ("3 in high schools and 40 in long-term care", "3", "40"),
    ("the half year results, the half year ended",),
    ("it took half a year", "0.5"),
    ("百二萬人，一百零二万，一百二十五万", "1200000", "1020000", "1250000"),
    ("with 4:51 left to play, after 2:30 remaining", "291", "150"),
    ("比赛还剩4:51", "291"),
    ("one of the two ran at half these speeds", "2", "0.5"),
    ("定义一个三元组，路易十四继位，花了三元", "3"),
    ("答案是四不是五，排名前三的品牌", "4", "5", "3"),
    ("这是一个问题，是二手的",),
    ("she is 5 feet 4 inches tall", "64"),
    ("it took 2 hours and 5 minutes", "125"),
    ("陆 点 五 折", "65"),
    ("一百二十又4分之1", "120.25"),
    ("五百分之二点五", "0.005"),
    ("师生比例为1:16", "0.0625"),
    ("比分是3:1", "3", "1"),
    ("the ratio of boys to girls was 3:2", "1.5"),
    ("1/3的会员,1/2的门店", "1/3", "0.5"),
]


@pytest.mark.parametrize(("text", "values"), [(text, list(values)) for text, *values in WRITTEN])
def test_numerals_in_a_text(text, values):
    """Signs, halves, parts of a unit and ordinals are read with their number, and their look-alikes are not."""
    found = [mention.quantity for mention in factcheck.extract(text) if mention.quantity is not None]

    assert [decimal_text(quantity.value) for quantity in found] == values


NUMBERED = ["十六届五中全会", "第 12 届大会", "第三次会议", "the 60th anniversary"]


@pytest.mark.parametrize("text", NUMBERED)
def test_what_is_numbered_is_an_ordinal(text):
    """The sessions of a congress are numbered, with 第 or without."""
    (mention,) = factcheck.extract(text)

    assert mention.kind == "ordinal"


@pytest.mark.parametrize("text", ["连办三届", "举办了12届展会"])
def test_editions_are_counted(text):
    """Without what it is the session of, 届 counts."""
    (mention,) = factcheck.extract(text)

    assert mention.kind == "count"


def test_a_range_shares_the_currency_and_the_scale():
    """$4-9 million is one range of millions of dollars."""
    (mention,) = factcheck.extract("spent $4-9 million on rent")

    assert mention.quantity is not None
    assert (mention.quantity.value, mention.quantity.high, mention.quantity.unit) == (4_000_000, 9_000_000, "USD")


@pytest.mark.parametrize("unit", ["one ", "twenty-", "one and ", "½", "九点九", "1'234", "五元五角"])
def test_a_row_of_numerals_is_read_in_linear_time(unit):
    """Four times the text may take eight times as long, and noise."""
    spent = []
    for size in (1_500, 6_000):
        start = time.process_time()
        factcheck.extract((unit * size)[:size])
        spent.append(time.process_time() - start)

    assert spent[1] < 8 * spent[0] + 0.3


def test_fractions():
    """三分之二 is exact."""
    (numeral,) = fractions.find_fractions("三分之二")

    assert numeral.value == Fraction(2, 3)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Sales rose 3,5 % to 12,7 million; the margin was 8,25 %, and 1.500 people work there.",
            ["3.5", "12700000", "8.25", "1500"],
        ),
        ("Umsatz: 1.234,5 Mio. Euro, davon 0,5 % im Ausland; 45.000 Stück.", ["1234500000", "0.5", "45000"]),
        ("Sales rose 3,5 % in 2.350 shops.", ["3.5", "2.35"]),
        ("Sales rose 3,5 % and 4,5 % to 1,250 shops of 2.350 m².", ["3.5", "4.5", "1250", "2.35"]),
    ],
)
def test_the_text_tells_how_decimals_are_written(text: str, values: list[str]) -> None:
    """Two decimals behind commas, and none of the other style, make a text European: its points part thousands."""
    assert values == [decimal_text(mention.quantity.value) for mention in factcheck.extract(text) if mention.quantity is not None]
