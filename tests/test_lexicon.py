"""The data of the lexicon: every row is derived again from what it says, and every word is found."""

import importlib.util
import time
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import lexicon
from factcheck.lexicon import Token, finder, fold, listed, measures, page, parents, units

ROOT = Path(__file__).resolve().parent.parent
TABLES = {"currencies.toml": "unit", "units.toml": "unit", "measures.toml": "measure", "entities.toml": "entity"}
MENTION_KINDS = {"money", "percent", "point", "multiple", "ratio", "measure", "duration", "count", "age"}
ENTITY_KINDS = {"company", "product", "institution", "country", "place"}
# What a measure can be of without a unit of its own: a sum of money in any currency, a bare number.
DIMENSIONS_WITHOUT_UNIT = {"money", "number"}

# Nouns that end like a measure and are another thing: a shopping mall is no company, a ticket for a film no film.
NOT_OF_THE_MEASURE = {"例手术", "购股权", "百货公司", "生产企业"}


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a file."""
    found: list[dict[str, Any]] = page(name)[TABLES[name]]
    return found


def meanings(kind: str) -> Iterator[tuple[str, str]]:
    """Every word of a kind with the name of its row."""
    for name, table in TABLES.items():
        if table == kind:
            for row in rows(name):
                for word in listed(row["words"]):
                    yield word, row["name"]


def ambiguous(kind: str) -> dict[str, str]:
    """The words listed as ambiguous in the files of a kind, with the reason."""
    return {
        row["word"]: row["reason"] for name, table in TABLES.items() if table == kind for row in page(name).get("ambiguous", [])
    }


def found(text: str) -> list[Token]:
    """The words of a text."""
    return finder().tokens(fold(text))


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_by_name(name: str) -> None:
    """The rows of a file, and its ambiguous words, stand in the order of their names."""
    names = [row["name"] for row in rows(name)]
    words = [row["word"] for row in page(name).get("ambiguous", [])]

    assert sorted(names, key=lambda text: (text.lower(), text)) == names
    assert sorted(words) == words


@pytest.mark.parametrize("kind", sorted(set(TABLES.values())))
def test_names_are_unique(kind: str) -> None:
    """No two rows of a kind have one name."""
    names = [row["name"] for name, table in TABLES.items() if table == kind for row in rows(name)]

    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("name", TABLES)
def test_words_are_written_as_they_are_looked_up(name: str) -> None:
    """Every word is its own key: folded, composed, without blanks at its ends, once in its row."""
    words = [word for row in rows(name) for word in listed(row["words"])]

    assert [fold(word) for word in words] == words
    assert [unicodedata.normalize("NFC", word) for word in words] == words
    assert [" ".join(word.split()) for word in words] == words
    assert "" not in words
    assert [] == [row["name"] for row in rows(name) if len(set(listed(row["words"]))) != len(listed(row["words"]))]


@pytest.mark.parametrize("kind", sorted(set(TABLES.values())))
def test_a_word_has_one_meaning_unless_listed(kind: str) -> None:
    """A word that two rows of a kind share is listed as ambiguous."""
    rows_of = defaultdict(set)
    for word, name in meanings(kind):
        rows_of[word].add(name)
    shared = {word for word, names in rows_of.items() if len(names) > 1}

    assert set() == shared - set(ambiguous(kind))


@pytest.mark.parametrize("kind", sorted(set(TABLES.values())))
def test_ambiguous_words_exist_and_say_why(kind: str) -> None:
    """What is listed as ambiguous is a word of the file, and has a reason."""
    listed_words = ambiguous(kind)

    assert set() == set(listed_words) - {word for word, _name in meanings(kind)}
    assert all(reason.strip() for reason in listed_words.values())


@pytest.mark.parametrize("kind", sorted(set(TABLES.values())))
def test_every_word_is_found(kind: str) -> None:
    """The finder finds each word whole, with the meaning of its row."""
    missed = []
    for word, name in meanings(kind):
        tokens = finder().tokens(word)
        whole = tokens and (tokens[0].start, tokens[0].end) == (0, len(word))
        if not whole or name not in {entry.meaning for entry in tokens[0].words if entry.kind == kind}:
            missed.append((word, name))

    assert [] == missed


def test_a_counted_noun_hides_no_measure() -> None:
    """A longer noun that ends in a measure's word is a word of the measure too, or the finder would see the noun alone."""
    measured = {word for word, _name in meanings("measure")}
    nouns = {word for unit in units().values() if unit.kind == "count" for word in unit.words if word not in measured}
    hidden = {word for word in nouns for start in range(1, len(word)) if word[start:] in measured and word[start - 1] > "z"}

    assert NOT_OF_THE_MEASURE == hidden


def test_factors_are_exact() -> None:
    """A factor is a decimal or a fraction in a string, above zero, and equals its own reading."""
    texts = [(row["name"], row.get("factor", "1")) for name in ("currencies.toml", "units.toml") for row in rows(name)]

    assert all(isinstance(text, str) and Fraction(text) > 0 for _name, text in texts)


def test_kinds_are_those_of_mentions() -> None:
    """A unit makes a mention of a known kind; a currency is worth one of its own."""
    assert set() == {row["kind"] for row in rows("units.toml")} - MENTION_KINDS
    assert {("money", "money", "1")} == {(row["kind"], row["dimension"], row.get("factor", "1")) for row in rows("currencies.toml")}


def test_money_below_the_unit_is_part_of_a_currency() -> None:
    """A jiao is a tenth of the yuan: its dimension is the code of a currency."""
    parts = [unit for unit in units().values() if unit.kind == "money" and unit.dimension != "money"]

    assert set() == {unit.dimension for unit in parts} - {row["name"] for row in rows("currencies.toml")}
    assert all(Fraction(unit.factor) < 1 for unit in parts)


def test_dimensions_have_a_base_unit() -> None:
    """Every physical dimension has a unit that is worth one."""
    physical = [unit for unit in units().values() if unit.kind in {"measure", "duration"}]
    based = {unit.dimension for unit in physical if Fraction(unit.factor) == 1}

    assert set() == {unit.dimension for unit in physical} - based


@pytest.mark.parametrize(
    ("one", "count", "other"),
    [
        ("mile", "5280", "foot"),
        ("yard", "3", "foot"),
        ("foot", "12", "inch"),
        ("km", "1000", "m"),
        ("km", "2", "li"),
        ("pound", "16", "ounce"),
        ("stone", "14", "pound"),
        ("short_ton", "2000", "pound"),
        ("kg", "2", "jin"),
        ("t", "1000", "kg"),
        ("acre", "43560", "square_foot"),
        ("square_mile", "640", "acre"),
        ("ha", "15", "mu"),
        ("km²", "100", "ha"),
        ("cubic_foot", "1728/231", "gallon"),
        ("gallon", "8", "pint"),
        ("tablespoon", "3", "teaspoon"),
        ("oil_barrel", "42", "gallon"),
        ("m³", "1000", "L"),
        ("mile/hour", "1.609344", "km/h"),
        ("knot", "1.852", "km/h"),
        ("kWh", "3.6", "MJ"),
        ("kcal", "1000", "cal"),
        ("GB", "1000", "MB"),
        ("Gbit/s", "1000", "Mbit/s"),
        ("week", "168", "hour"),
        ("century", "100", "year"),
        ("quarter", "3", "month"),
        ("basis_point", "1/100", "point"),
        ("permille", "1/10", "percent"),
        ("jiao", "10", "fen"),
    ],
)
def test_factors_agree_with_each_other(one: str, count: str, other: str) -> None:
    """Relations that the sources state on their own hold between the factors."""
    known = units()

    assert known[one].dimension == known[other].dimension
    assert Fraction(known[one].factor) == Fraction(count) * Fraction(known[other].factor)


@pytest.mark.parametrize(
    ("name", "worth"),
    [
        # IYP1959: a yard is 0.9144 m, an avoirdupois pound 0.45359237 kg; SP811 appendix B builds the rest on them
        ("inch", Fraction("0.9144") / 36),
        ("mile", Fraction("0.9144") * 1760),
        ("acre", Fraction("0.9144") ** 2 * 4840),
        ("ounce", Fraction("0.45359237") / 16),
        ("short_ton", Fraction("0.45359237") * 2000),
        ("gallon", 231 * (Fraction("0.9144") / 36) ** 3),
        ("knot", Fraction(1852, 3600)),
        # CN1959: a market foot is a third of a metre, a market catty half a kilogram, fifteen mu are a hectare
        ("chi", Fraction(1, 3)),
        ("li", Fraction(1500, 3)),
        ("jin", Fraction(1, 2)),
        ("mu", Fraction(10_000, 15)),
    ],
)
def test_factors_follow_from_the_definitions(name: str, worth: Fraction) -> None:
    """A customary unit is worth what the instrument that defines it says, exactly."""
    assert worth == Fraction(units()[name].factor)


def test_temperatures_share_their_fixed_points() -> None:
    """Water freezes at 0 °C and 32 °F, boils at 100 °C and 212 °F, in kelvin by factor and offset."""
    scale = {row["name"]: (Fraction(row.get("factor", "1")), Fraction(row.get("offset", "0"))) for row in rows("units.toml")}

    def kelvin(value: int, unit: str) -> Fraction:
        factor, offset = scale[unit]
        return value * factor + offset

    assert Fraction("273.15") == kelvin(0, "°C") == kelvin(32, "°F")
    assert Fraction("373.15") == kelvin(100, "°C") == kelvin(212, "°F")


def test_measures_are_of_something_known() -> None:
    """The dimension of a measure is a dimension or a unit, so its figures can be told from others."""
    known = {unit.dimension for unit in units().values()} | set(units()) | DIMENSIONS_WITHOUT_UNIT

    assert set() == {measure.dimension for measure in measures().values()} - known


def test_entities_have_known_kinds_and_owners() -> None:
    """An entity is of a known kind; its owner is an entity; no one owns itself, however far up."""
    names = {row["name"] for row in rows("entities.toml")}

    assert set() == {row["kind"] for row in rows("entities.toml")} - ENTITY_KINDS
    assert set() == set(parents().values()) - names
    for name in parents():
        seen = [name]
        while seen[-1] in parents():
            seen.append(parents()[seen[-1]])
            assert len(set(seen)) == len(seen)


@pytest.mark.parametrize(
    ("text", "kind", "meaning"),
    [
        ("三億港幣", "unit", "HKD"),
        ("5.2万亿元人民币", "unit", "CNY"),
        ("RMB yuan", "unit", "CNY"),
        ("US$", "unit", "USD"),
        ("ＨＫ＄", "unit", "HKD"),
        ("個百分點", "unit", "point"),
        ("basis points", "unit", "basis_point"),
        ("平方公里", "unit", "km²"),
        ("公里/小時", "unit", "km/h"),
        ("人次", "unit", "visit"),
        ("兩千家", "unit", "organization"),
        ("營業收入", "measure", "revenue"),
        ("Operating income", "measure", "revenue"),
        ("gross profit margin", "measure", "gross_margin"),
        ("年度活躍用戶數量", "measure", "active_users"),
        ("daily average online consultation volume", "measure", "daily_consultations"),
        ("京東健康", "entity", "JD Health"),
        ("JD family medicine", "entity", "JD family doctor"),
        ("Jingdong", "entity", "JD.com"),
    ],
)
def test_words_of_every_script_and_width(text: str, kind: str, meaning: str) -> None:
    """Traditional characters, full width and capitals find the same words."""
    assert meaning in {word.meaning for token in found(text) for word in token.words if word.kind == kind}


@pytest.mark.parametrize(
    ("classifier", "noun"),
    [
        ("名", "医生"), ("名", "员工"), ("位", "专家"), ("家", "医院"), ("家", "口腔诊所"), ("座", "城市"), ("个", "专科中心"), ("起", "融资"),
        ("辆", "汽车"), ("款", "产品"), ("所", "学校"), ("项", "专利"), ("张", "床位"), ("笔", "订单"), ("例", "确诊病例"), ("场", "比赛"),
        ("户", "居民"), ("架", "飞机"), ("艘", "货船"), ("台", "手术"), ("只", "股票"), ("只", "基金"), ("间", "教室"), ("种", "药品"),
    ],
)  # fmt: skip
def test_a_classifier_and_its_noun_are_two_words(classifier: str, noun: str) -> None:
    """No word of the lexicon swallows a classifier with the head of the noun behind it (名医 in 名医生)."""
    tokens = found(f"3{classifier}{noun}")

    assert (1, 1 + len(classifier)) == (tokens[0].start, tokens[0].end)
    assert tokens[0].has("unit")


def test_a_longer_name_wins() -> None:
    """京东方 makes screens, but 京东方面 is what a speaker for JD says; JD Health is not JD."""
    assert ["BOE"] == [token.meaning("entity") for token in found("京东方的面板") if token.has("entity")]
    assert ["JD.com"] == [token.meaning("entity") for token in found("京东方面表示") if token.has("entity")]
    assert ["JD Health"] == [token.meaning("entity") for token in found("JD Health") if token.has("entity")]


def test_words_end_where_english_words_end() -> None:
    """A unit is no part of a longer English word, but may follow a digit or stand beside a Chinese character."""
    assert ["km"] == [token.meaning("unit") for token in found("3km")]
    assert ["km"] == [token.meaning("unit") for token in found("约3km长") if token.has("unit")]
    assert [] == [token for token in found("5 minutely") if token.has("unit")]


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    """The copy in which words are looked up has the length of the text, and folding it again changes nothing."""
    folded = fold(text)

    assert len(text) == len(folded)
    assert folded == fold(folded)


def test_the_files_parse_quickly() -> None:
    """All words are read at every start: the four files parse in a few hundredths of a second."""
    texts = [(Path(lexicon.__file__).parent / name).read_text(encoding="utf-8") for name in TABLES]
    best = min(parsing_time(texts) for _ in range(5))

    assert best < 0.06


def parsing_time(texts: list[str]) -> float:
    """Seconds of processor time to parse the files once."""
    begin = time.process_time()
    for text in texts:
        tomllib.loads(text)
    return time.process_time() - begin


def test_currencies_are_what_the_generator_writes() -> None:
    """The file of currencies is the generator's, not edited by hand; skipped without the Babel that it names."""
    babel = pytest.importorskip("babel")
    text = (Path(lexicon.__file__).parent / "currencies.toml").read_text(encoding="utf-8")
    if f"Babel {babel.__version__} " not in text:
        pytest.skip("the file was made with another Babel")
    spec = importlib.util.spec_from_file_location("currencies", ROOT / "tools" / "currencies.py")
    assert spec is not None and spec.loader is not None
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)

    assert text == generator.toml()


def test_verbs_name_measures_that_there_are():
    """What a verb says is measured is a measure of measures.toml."""
    assert set() == {row["measure"] for row in page("doing.toml")["doing"]} - set(measures())
