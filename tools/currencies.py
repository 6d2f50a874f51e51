"""Write factcheck/lexicon/currencies.toml from the CLDR data that Babel ships, and the everyday words that CLDR lacks.

    pip install babel && python tools/currencies.py

Nothing of Babel is imported at run time: the file is made once and checked in. Names and symbols that two currencies share go to
none of them, unless `EVERYDAY` gives them to one.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import babel
from babel import Locale
from babel.core import get_cldr_version, get_global

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from factcheck.lexicon import fold  # noqa: E402

WIDTH = 132
TARGET = ROOT / "factcheck" / "lexicon" / "currencies.toml"

# Currencies out of use that texts on the last hundred years still name.
HISTORIC = ("ATS", "BEF", "DEM", "ESP", "FIM", "FRF", "GRD", "HRK", "IEP", "ITL", "NLG", "PTE", "SUR")

# Codes that are everyday words once folded to lower case ("3 all", "2 try", "top", "1 amd"): their names stand, the code does not.
WORDLIKE = frozenset(
    {"ALL", "AMD", "ANG", "BAM", "BOB", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PEN", "RON", "SOS", "TOP", "TRY"}
)

# What people write and CLDR has not. A bare sign or noun that several countries share goes to the one that is meant where nothing
# else is said; `AMBIGUOUS` says so.
EVERYDAY = {
    "AED": "迪拉姆, 阿联酋迪拉姆, dirham, dirhams, uae dirhams",
    "AUD": "澳元, 澳币, 澳大利亚元, 元澳币, aussie dollars, au$, a$",
    "AZN": "manat, manats",
    "BDT": "塔卡, taka, takas",
    "BGN": "列弗, leva",
    "BRL": "雷亚尔, 巴西雷亚尔, reais, brazilian real, brazilian reais, r$",
    "CAD": "加元, 加币, 加拿大元, 元加币, c$, ca$, can$, loonies",
    "CHF": "瑞郎, 瑞士法郎, 法郎, franc, francs, swiss franc, swiss francs",
    "CNY": (
        "元, 圆, 块, 块钱, 人民币, 人民币元, 元人民币, 元rmb, rmb, rmb yuan, yuan rmb, yuan, yuans, renminbi, rmb¥, "
        "chinese yuan, chinese yuan renminbi, yuan renminbi, chinese renminbi, ¥, cn¥, cnh"
    ),
    "CZK": "捷克克朗, czech crown, czech crowns, koruna, korunas",
    "DEM": ("马克, 德国马克, 西德马克, deutsche mark, deutsche marks, deutschmark, deutschmarks, deutschemarks, german marks"),
    "DKK": "丹麦克朗, danish krone, danish kroner",
    "EGP": "埃及镑, egyptian pound, egyptian pounds",
    "ETB": "birr",
    "EUR": "欧元, 欧罗, euro, euros, €",
    "FRF": "法国法郎, french franc, french francs",
    "GBP": "英镑, 镑, pound, pounds, pound sterling, pounds sterling, sterling, british pound, british pounds, quid, £",
    "GHS": "塞地, 加纳塞地, cedi, cedis",
    "HKD": (
        "港元, 港币, 港圆, 港纸, 元港币, 元港元, 港币元, 香港元, hong kong dollar, hong kong dollars, hk dollar, "
        "hk dollars, hong kong yuan, hk$, hkd$, 蚊"
    ),
    "HUF": "福林, 匈牙利福林, forint, forints",
    "IDR": "印尼盾, 印尼卢比, 印度尼西亚盾, rupiah, rupiahs, rp",
    "ILS": "新谢克尔, 谢克尔, shekel, shekels, new shekels, ₪",
    "INR": "卢比, 印度卢比, 印度卢币, rupee, rupees, indian rupee, indian rupees, rs, rs., ₹",
    "IRR": "rial, rials, 伊朗里亚尔",
    "ITL": "意大利里拉, italian lira, italian lire",
    "JPY": "日元, 日圆, 日币, 元日币, 円, yen, yens, japanese yen, jp¥, jpy¥",
    "KHR": "瑞尔, 柬埔寨瑞尔, riel, riels",
    "KPW": "朝鲜元, 北韩元, north korean won",
    "KRW": "韩元, 韩币, 韩圆, 韩圜, 韩国元, won, korean won, south korean won, ₩",
    "KZT": "坚戈, tenge, ₸",
    "LAK": "基普, 老挝基普, lao kip",
    "LKR": "斯里兰卡卢比, sri lankan rupee, sri lankan rupees",
    "MMK": "缅元, 缅币, 缅甸元, kyat, kyats",
    "MNT": "图格里克, 蒙古图格里克, tugrik, tugriks",
    "MOP": "澳门元, 澳门币, 葡币, 澳门帕塔卡, 元澳门币, pataca, patacas, macau patacas, mop$",
    "MXN": "墨西哥比索, 墨西哥披索, 比索, peso, pesos, mexican peso, mexican pesos, mx$",
    "MYR": "令吉, 林吉特, 马币, 马来西亚林吉特, 马来西亚令吉, ringgit, ringgits, malaysian ringgit, rm",
    "NGN": "奈拉, naira, ₦",
    "NOK": "挪威克朗, norwegian krone, norwegian kroner, krone, kroner",
    "NZD": "纽币, 纽元, 新西兰元, nz$",
    "PHP": "菲律宾比索, 菲律宾披索, 菲币, philippine peso, philippine pesos, ₱",
    "PKR": "巴基斯坦卢比, pakistani rupee, pakistani rupees",
    "PLN": "兹罗提, zloty, zlotys, złoty, zł",
    "RON": "列伊, 罗马尼亚列伊, lei",
    "RUB": "卢布, 俄罗斯卢布, 俄国卢布, 俄卢布, rouble, roubles, ruble, rubles, russian roubles, ₽",
    "SAR": "沙特里亚尔, 沙特里亚, 里亚尔, riyal, riyals, saudi riyals",
    "SEK": "瑞典克朗, 克朗, swedish krona, swedish kronor, krona, kronor",
    "SGD": "新元, 新币, 新加坡元, 新加坡币, 坡币, 坡元, 元新币, s$, sg$, singapore dollars",
    "SUR": "苏联卢布, soviet rouble, soviet roubles",
    "THB": "泰铢, 泰国铢, 铢, baht, thai baht, ฿",
    "TRY": "土耳其里拉, 里拉, 土耳其新里拉, lira, liras, turkish lira, turkish liras, ₺",
    "TWD": (
        "新台币, 台币, 新台币元, 台币元, 元新台币, 元台币, 台湾元, nt$, ntd, nt dollar, nt dollars, taiwan dollar, "
        "taiwan dollars, new taiwan dollars, new taiwan dollar"
    ),
    "UAH": "格里夫纳, 乌克兰格里夫纳, hryvnia, hryvnias, ₴",
    "USD": (
        "美元, 美金, 美圆, 元美金, 元美元, 美钞, dollar, dollars, u.s. dollar, u.s. dollars, us dollar, us dollars, "
        "american dollars, us$, u.s.$, usd$, $us, $, bucks, greenbacks, 美刀"
    ),
    "VES": "bolivars, bolívars",
    "VND": "越南盾, vietnamese dong, dong, ₫",
    "ZAR": "兰特, 南非兰特, rand, south african rand",
}

AMBIGUOUS = {
    "$": "a sign of many dollars and pesos; the United States dollar unless letters or the text say otherwise",
    "¥": "the sign of yuan and yen; the yuan unless the text says otherwise",
    "块": "a yuan in speech, and the measure word of pieces",
    "dollar": "the name of many currencies; the United States dollar unless the text says otherwise",
    "dollars": "as dollar",
    "dong": "the Vietnamese currency, and a Chinese name",
    "franc": "Swiss today, French or Belgian before 2002",
    "francs": "as franc",
    "krone": "Norwegian and Danish",
    "kroner": "as krone",
    "lira": "Turkish today, Italian before 2002",
    "peso": "the name of several currencies; the Mexican unless the text says otherwise",
    "pesos": "as peso",
    "pound": "sterling, and the weight",
    "pounds": "as pound",
    "quid": "slang of pounds sterling, and Latin",
    "rs": "the Indian rupee unless the text says otherwise",
    "rupee": "the name of several currencies; the Indian unless the text says otherwise",
    "rupees": "as rupee",
    "manat": "Azerbaijani and Turkmen; the Azerbaijani unless the text says otherwise",
    "manats": "as manat",
    "rial": "Iranian, Omani and Yemeni; the Iranian unless the text says otherwise",
    "rials": "as rial",
    "rp": "the rupiah unless the text says otherwise",
    "won": "the Korean currency, and the past of win",
    "克朗": "Swedish, Norwegian, Danish and Czech; the Swedish unless the text says otherwise",
    "卢比": "as rupee",
    "圆": "a yuan in formal writing, and round",
    "比索": "as peso",
    "法郎": "as franc",
    "里拉": "as lira",
    "蚊": "a dollar in spoken Cantonese, and mosquito",
    "镑": "sterling, and in older texts the weight",
    "马克": "the German currency before 2002, and the name Mark",
}

HEAD = """\
# The currencies of the world: ISO 4217 codes with their names and signs in Chinese and English.
# Written by tools/currencies.py; change that, not this.
# Codes, names and signs: Unicode CLDR {cldr} as shipped with Babel {version} (Unicode License v3, https://www.unicode.org/license.txt);
# everyday words that CLDR lacks: the table EVERYDAY of the generator.
# Words stand in one string, a comma between two, folded: simplified script, half-width, lower case. Amounts are in the currency itself.

"""


def present() -> set[str]:
    """The codes that are legal tender somewhere today."""
    tender = get_global("territory_currencies")
    return {code for rows in tender.values() for code, _start, end, legal in rows if legal and end is None}


def plain(name: str) -> str:
    """A name without its accents: "króna" is also written "krona"."""
    return "".join(char for char in unicodedata.normalize("NFD", name) if not unicodedata.combining(char))


def cldr_words(code: str, *, chinese: Locale, english: Locale) -> list[str]:
    """The names of a currency in both languages, its plural, and its signs; names with a bracket ("(2009)") are left out."""
    plurals = english._data["currency_names_plural"].get(code, {})
    names = [chinese.currencies.get(code), english.currencies.get(code), plurals.get("one"), plurals.get("other")]
    signs = [locale.currency_symbols.get(code) for locale in (english, chinese)]
    words = [fold(name) for name in names if name and "(" not in name]
    words += [plain(word) for word in words if re.search(r"[a-z]", word)]
    return words + [fold(sign) for sign in signs if sign and any(unicodedata.category(char) == "Sc" for char in sign)]


def currencies() -> dict[str, list[str]]:
    """Every code with its words; a word that CLDR gives to two currencies belongs to none of them."""
    chinese, english = Locale("zh", "Hans"), Locale("en")
    everyday = {code: [fold(word) for word in words.split(", ")] for code, words in EVERYDAY.items()}
    claimed = {word: code for code, words in everyday.items() for word in words}
    found: dict[str, list[str]] = {}
    for code in sorted(present() | set(HISTORIC)):
        listed = [word for word in cldr_words(code, chinese=chinese, english=english) if claimed.get(word, code) == code]
        own = [] if code in WORDLIKE else [code.lower()]
        found[code] = list(dict.fromkeys([*own, *listed, *everyday.get(code, ())]))
    shared = Counter(word for words in found.values() for word in words)
    return {code: [word for word in words if shared[word] == 1] for code, words in found.items()}


def quoted(text: str) -> str:
    """A TOML string, literal where it can be: literal ones are the quickest to parse."""
    return f'"{text}"' if "'" in text else f"'{text}'"


def width(text: str) -> int:
    """The columns that a text takes where Chinese characters are two wide."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def wrapped(words: list[str], limit: int) -> list[str]:
    """The words, commas between them, in lines of at most so many columns."""
    lines = [words[0]]
    for word in words[1:]:
        if width(f"{lines[-1]}, {word},") > limit:
            lines[-1] += ","
            lines.append(word)
        else:
            lines[-1] += f", {word}"
    return lines


def row(code: str, words: list[str]) -> str:
    """One unit, its words in one string."""
    head = f"  {{ name = '{code}', kind = 'money', dimension = 'money', words = "
    one = f"{head}{quoted(', '.join(words))} }},"
    return one if width(one) <= WIDTH else f"{head}'''\n    " + "\n    ".join(wrapped(words, WIDTH - 10)) + "''' },"


def toml() -> str:
    """The whole file."""
    rows = [row(code, words) for code, words in currencies().items()]
    listed = [f"[[ambiguous]]\nword = {quoted(word)}\nreason = {quoted(reason)}" for word, reason in sorted(AMBIGUOUS.items())]
    return (
        HEAD.format(version=babel.__version__, cldr=get_cldr_version())
        + "unit = [\n"
        + "\n".join(rows)
        + "\n]\n\n"
        + "\n\n".join(listed)
        + "\n"
    )


if __name__ == "__main__":
    TARGET.write_text(toml(), encoding="utf-8")
