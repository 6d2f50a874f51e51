"""The ledger: files of claims are loaded whole, or every defect is named."""

from __future__ import annotations

import datetime
import json
import time
import tomllib
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings, strategies

from factcheck.document import Document
from factcheck.ledger import Ledger, LedgerError, blocks, plain
from factcheck.ledger.amounts import Figures
from factcheck.ledger.entries import ClaimEntry, Head, SourceEntry, base_of_change, day_of_year, edtf
from factcheck.ledger.listing import listed, shown
from factcheck.ledger.places import tables
from factcheck.ledger.schema import schema
from factcheck.wire import to_row

HEAD = """\
subject = "Harbour Line"
aliases = ["海港航运", "海港航運"]
fiscal_year_end = "03-31"

[[source]]
id = "gazette-2023"
title = "海港航运公布全年业绩"
publisher = "Port Gazette"
published = 2023-05-09
language = "zh-Hans"
"""
ARTICLE = "海港航运周二公布业绩。全年营收12.6亿元，同比增长8.4%，船队已超过40艘。"


def claim_table(**changed: str | None) -> str:
    """A `[[claim]]` that is right but for the values given, each as TOML; None leaves a key out."""
    keys: dict[str, str | None] = {
        "id": '"revenue-2023"',
        "measure": '"revenue"',
        "period": '"2022-04-01/2023-03-31"',
        "role": '"level"',
        "amount": '"12.6亿元"',
        "source": '"gazette-2023"',
        "quote": '"全年营收12.6亿元"',
    }
    keys |= changed
    return "\n[[claim]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items() if value is not None)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder `claims` in the current directory."""
    monkeypatch.chdir(tmp_path)
    Path("claims").mkdir()
    return Path("claims")


def written(folder: Path, text: str, *, name: str = "harbour-line.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path) -> list[str]:
    with pytest.raises(LedgerError) as raised:
        Ledger.load(folder)
    return str(raised.value).splitlines()


# What a right ledger gives.


def test_claim_carries_all_that_its_entry_says(folder: Path) -> None:
    """Subject, measure, period, source, quote and the quantity of the amount arrive on the claim."""
    written(folder, HEAD + claim_table(scope='["group"]', prefix='"。"', suffix='"，"'))

    ledger = Ledger.load(folder)
    (claim,) = ledger.claims

    assert (claim.subject, claim.measure, claim.scope) == ("Harbour Line", "revenue", ("group",))
    assert (claim.period and claim.period.edtf, claim.as_of, claim.role) == ("2022-04-01/2023-03-31", None, "level")
    assert (Decimal(1260000000), "CNY") == (claim.quantity and claim.quantity.value, claim.quantity and claim.quantity.unit)
    assert (claim.source.id, claim.source.publisher) == ("gazette-2023", "Port Gazette")
    assert (claim.prefix, claim.quote, claim.suffix) == ("。", "全年营收12.6亿元", "，")
    assert (claim.source,) == ledger.sources
    assert (ledger.subjects[0].name, ledger.subjects[0].fiscal_year_end) == ("Harbour Line", "03-31")
    assert {"海港航运"} == {word.text for word in ledger.words if word.meaning == "Harbour Line"} - {"harbour line"}
    assert {"03-31"} == {word.meaning for word in ledger.words if word.kind == "fiscal_year_end"}


def test_figure_lies_in_the_ledger_file(folder: Path) -> None:
    """The mention of a claim is the amount at its place in the file, so that evidence points at a line."""
    text = HEAD + claim_table(note='"amount = 12.6亿元"') + claim_table(id='"again"')
    written(folder, text)

    first, second = Ledger.load(folder).claims

    assert (first.text, first.document.name) == ("12.6亿元", "claims/harbour-line.toml")
    assert [number for number, line in enumerate(text.splitlines(), 1) if line.startswith("amount")] == [
        claim.document.place(claim.span.start).line for claim in (first, second)
    ]


def test_subject_takes_the_name_that_drafts_are_read_with(folder: Path) -> None:
    """A subject written in Chinese is the same as the lexicon's English name of it."""
    written(folder, HEAD.replace("Harbour Line", "腾讯") + claim_table())

    assert Ledger.load(folder).claims[0].subject == "Tencent"


def test_reading_stands_for_a_damaged_amount(folder: Path) -> None:
    """A damaged amount says what its reading says, at the reading's place; the amount stays as printed."""
    table = claim_table(
        amount='"2350,000"', reading='"235,000,000"', why='"three zeros are lost"', unit='"person"', quote='"达到2350,000"'
    )
    written(folder, HEAD + table)

    ledger = Ledger.load(folder)
    (claim,) = ledger.claims

    assert ("235,000,000", Decimal(235000000), "person") == (
        claim.text,
        claim.quantity and claim.quantity.value,
        claim.mention.unit,
    )
    assert ledger.entries[0].amount == "2350,000"


def test_one_file_is_a_ledger(folder: Path) -> None:
    """The path of one file loads that file."""
    written(folder, HEAD + claim_table())
    written(folder, "broken", name="other.toml")

    assert len(Ledger.load(folder / "harbour-line.toml").claims) == 1


def test_source_may_stand_in_several_files(folder: Path) -> None:
    """Two files may name one source, in the same words; the ledger holds it once."""
    written(folder, HEAD + claim_table())
    other = HEAD.replace("Harbour Line", "Ferry Line").replace("海港", "渡轮") + claim_table(id='"other"')
    written(folder, other.replace("渡轮航运公布", "海港航运公布"), name="ferry-line.toml")

    ledger = Ledger.load(folder)

    assert (len(ledger.sources), len(ledger.claims)) == (1, 2)


# What is wrong, one line each.


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"source": None}, "source: missing: the id of the [[source]] that says it"),
        ({"source": '"gazete-2023"'}, 'source: no source "gazete-2023" (did you mean "gazette-2023"?)'),
        ({"source": '"x"'}, 'source: no source "x"'),
        ({"mesure": '"revenue"'}, 'mesure: unknown key (did you mean "measure"?)'),
        (
            {"measure": '"revenu"'},
            'measure: no measure "revenu" in the lexicon (did you mean "revenue"?); measure_text takes any words',
        ),
        (
            {"measure": None},
            "measure: missing: what is measured, by its name in the lexicon, or measure_text in the source's own words",
        ),
        (
            {"period": '"2022-02-30"'},
            'period: "2022-02-30" is no EDTF date; write 2021, 2021-06, 2021-06-30, or an interval such as',
        ),
        ({"period": "2022"}, "period: expected text in quotes, got 2022: the period that a flow covers"),
        ({"as_of": '"2023-03-31"'}, "as_of: a figure is of a period or as of a date; write one of the two"),
        ({"role": '"levle"'}, "role: expected 'level', 'change' or 'share', got \"levle\""),
        ({"against": '"last year"'}, 'against: "last year" is no EDTF date;'),
        ({"scope": '"group"'}, 'scope: expected a list of texts such as ["…"], got "group"'),
        ({"unit": '"persons"'}, 'unit: no unit "persons" in the lexicon (did you mean "person"?)'),
        ({"unit": '"USD"'}, 'unit: "12.6亿元" is in CNY, the entry says USD'),
        ({"amount": "12.6"}, "amount: expected text in quotes, got 12.6: the figure as printed"),
        ({"amount": '""'}, "amount: empty: the figure as printed"),
        ({"amount": '"some"'}, 'amount: no figure in "some"'),
        ({"amount": '"12亿元和13亿元"'}, "amount: 2 figures, 12亿元, 13亿元; an entry holds one"),
        ({"amount": '"2350,000"'}, 'amount: "2350,000" is damaged'),
        ({"amount": r'"12.6\u4ebf元"'}, "amount: write the figure between two quotes, without escapes and on one line"),
        (
            {"why": '"damage"'},
            "reading: missing: what a damaged amount says, as a figure in base units, in quotes; the claim has a why",
        ),
        ({"quote": None}, "quote: missing: the figure and the few words around it"),
    ],
)
def test_defect_of_a_claim_is_one_line(folder: Path, changed: dict[str, str | None], expected: str) -> None:
    """Each defect names file, line, entry and key, says what was expected and what came, and guesses at the mistake."""
    written(folder, HEAD + claim_table() + claim_table(**{"id": '"second"', **changed}))

    (line,) = faults(folder)
    place, _, message = line.partition(": ")

    assert f"claim[1].{expected}" == message[: len(f"claim[1].{expected}")]
    assert place.rpartition(":")[0] == "claims/harbour-line.toml"


def test_line_of_a_defect_is_that_of_its_key(folder: Path) -> None:
    """A wrong value is named with its own line, a missing one with that of its table."""
    text = HEAD + claim_table(role='"levle"', quote=None)
    written(folder, text)
    lines = text.splitlines()

    assert {lines.index('role = "levle"') + 1, lines.index("[[claim]]") + 1} == {int(line.split(":")[1]) for line in faults(folder)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("subject = ", "is not TOML: Invalid value (at end of document)"),
        ("aliases = []", "subject: missing: whom the file is about"),
        (HEAD.replace("03-31", "31 March"), 'fiscal_year_end: "31 March" is no day of the year'),
        (
            HEAD.replace("2023-05-09", '"2023-05-09"'),
            "source[0].published: expected the day, a TOML date without quotes: 2022-11-30",
        ),
        (HEAD + 'sha256 = "abc"', "source[0].sha256: expected the 64 hexadecimal digits"),
        (HEAD.partition("[[")[0] + "source = 3", "source: write each source as a table of its own under a line [[source]]"),
        (HEAD + "[claim]\nid = 'x'", "claim: write each claim as a table of its own under a line [[claim]]"),
        (HEAD.replace("[[source]]", "extra = 1\n\n[[source]]"), "extra: unknown key"),
    ],
)
def test_defect_of_a_file_is_one_line(folder: Path, text: str, expected: str) -> None:
    """What is wrong with the file, its head or a source is named as clearly."""
    written(folder, text)

    (line,) = faults(folder)

    assert expected in line


def test_ids_stand_once(folder: Path) -> None:
    """The second claim of an id is an error that names the place of the first, in another file too."""
    written(folder, HEAD + claim_table() + claim_table())
    written(folder, HEAD.replace("Harbour Line", "Port").replace("海港航", "港口"), name="port.toml")

    lines = faults(folder)

    assert (
        'claims/harbour-line.toml:22: claim[1].id: "revenue-2023" is the id of another claim, at claims/harbour-line.toml:13'
        in lines
    )
    assert any('source[0].id: "gazette-2023" is described otherwise in claims/harbour-line.toml' in line for line in lines)


def test_subject_belongs_to_one_file(folder: Path) -> None:
    """A name of a subject in a second file is an error, in whichever script it is written."""
    written(folder, HEAD)
    written(folder, 'subject = "Port"\naliases = ["海港航运"]\n', name="port.toml")

    assert faults(folder) == ['claims/port.toml:2: aliases: "海港航运" is a subject of claims/harbour-line.toml already']


def test_all_defects_of_all_files_come_together(folder: Path) -> None:
    """A ledger is never half loaded: one error holds the defects of every file, however different."""
    written(folder, "not toml", name="a.toml")
    written(
        folder, HEAD + claim_table(source=None) + claim_table(amount='"none"', period='"2023-13"') + claim_table(), name="b.toml"
    )
    (folder / "c.toml").write_bytes("subject = '海'".encode("gb18030"))

    lines = faults(folder)

    assert sorted(line.split(":")[0].removeprefix("claims/") for line in lines) == ["a.toml", "b.toml", "b.toml", "c.toml"]


@pytest.mark.parametrize("name", ["missing", "."])
def test_folder_without_a_ledger_is_an_error(folder: Path, name: str) -> None:
    """A folder that does not exist, or holds no TOML file, is no empty ledger: the path may be mistyped."""
    (line,) = faults(folder / name)

    assert "factcheck claims add DRAFT --write" in line


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strategies.data())
def test_broken_file_is_a_ledger_error_and_nothing_else(folder: Path, data: strategies.DataObject) -> None:
    """Whatever is cut from a file or written into it, it loads whole or fails with lines that name the file."""
    text = HEAD + claim_table() + claim_table(id='"second"', amount='"2350,000"', reading='"235,000,000"', why='"zeros are lost"')
    start = data.draw(strategies.integers(0, len(text)))
    end = data.draw(strategies.integers(start, min(len(text), start + 40)))
    put = data.draw(strategies.sampled_from(["", '"', "[", "]", "#", "\n", "=", "3", "{}", '""', "[[claim]]\n", "\\"]))
    written(folder, text[:start] + put + text[end:])

    try:
        ledger = Ledger.load(folder)
    except LedgerError as error:
        assert all(line.startswith("claims/harbour-line.toml") for line in str(error).splitlines())
    else:
        assert all(
            claim.text in (entry.reading or entry.amount) for claim, entry in zip(ledger.claims, ledger.entries, strict=True)
        )


def test_byte_order_mark_is_no_text(folder: Path) -> None:
    """A file that an editor has saved with a byte order mark loads as any other."""
    (folder / "harbour-line.toml").write_text(HEAD + claim_table(), encoding="utf-8-sig")

    assert len(Ledger.load(folder).claims) == 1


# The forms of dates.


@pytest.mark.parametrize("text", ["2021", "2021-06", "2021-06-30", "XXXX-02-29", "2016/..", "../2016", "2022-01-01/2022-06-30"])
def test_dates_of_edtf_are_kept(text: str) -> None:
    """Dates and intervals of ISO 8601-2 pass as they are."""
    assert text == edtf(text)


@pytest.mark.parametrize(
    "text", ["", "21", "2021-6", "2021-13", "2021-02-29", "2022/2021", "../..", "2020/2021/2022", "June 2021", "0000"]
)
def test_other_dates_are_errors(text: str) -> None:
    """What the calendar lacks, or is written otherwise, is an error."""
    with pytest.raises(ValueError, match=r"is no EDTF date|ends before"):
        edtf(text)


def test_base_of_a_change_is_a_date_or_a_relation() -> None:
    """A change is measured from a date, or from the year, quarter or month before."""
    assert [base_of_change("2020"), base_of_change("year_on_year")] == ["2020", "year_on_year"]
    assert day_of_year("02-29") == "02-29"
    with pytest.raises(ValueError, match="year_on_year"):
        base_of_change("yoy")


def test_places_keep_in_step_with_strings_and_comments() -> None:
    """Headers and keys inside strings, comments and lists are none."""
    text = (
        'subject = "X" # [[claim]]\naliases = [\n  "[[claim]]", # ]\n]\nnote = """\n[[claim]]\namount = "no"\\""" q""""\n'
        "[[ claim ]]\r\n  amount = '1.2亿元'\nwhen = 2022-01-01\n"
    )
    head, claim = tables(text)

    assert (head.name, claim.name) == (None, "claim")
    assert text[claim.span("amount").start : claim.span("amount").end] == "1.2亿元"
    assert text[claim.span("when").start : claim.span("when").end] == "when"


VALUES = ['"plain"', "'literal \\'", '"\\"so\\" said"', '"back\\\\slash"', '"\\u4ebf"', '""', "''", '"""long"""', '["a", \'b\',]', "[]", "[ ]", '["a" "b"]',
          "2023-05-09", "2023-02-30", "2023-05-09T10:00:00", "1", "true", '"open', '"a"b"', "[[]]", '"tab\t"', '"bell\x07"']  # fmt: skip
LINES = strategies.one_of(
    strategies.builds(
        "{}{}{}{}".format,
        strategies.sampled_from(["id", "amount", "amount_text", "scope", "a.b", '"q"', " id", "claim", ""]),
        strategies.sampled_from([" = ", "=", " =\t", " "]),
        strategies.sampled_from(VALUES),
        strategies.sampled_from(["", " ", " # amount = 1", "\t#\x08", " x"]),
    ),
    strategies.sampled_from(
        ["[[claim]]", "[[source]] # one", "[claim]", "[[a.b]]", "[[ claim ]]", "", "# amount = 2", "  ", "\ufeff", "\r"]
    ),
)


@settings(max_examples=400, deadline=None)
@given(strategies.lists(LINES, max_size=9), strategies.sampled_from(["\n", "\r\n"]), strategies.booleans())
def test_one_scan_gives_what_the_whole_reader_gives(lines: list[str], line_end: str, ended: bool) -> None:
    """What is read in one scan is the file's values and their places, or it is left to the reader of all of TOML."""
    text = line_end.join(lines) + line_end * ended
    quick = plain.read(text)

    if quick is not None:
        values, found = quick
        whole = tables(text)
        assert tomllib.loads(text) == values
        assert [(table.name, table.header) for table in whole] == [(table.name, table.header) for table in found]
        for one, other in zip(whole, found, strict=True):
            for key in ("id", "amount", "amount_text", "scope", "claim", "absent"):
                assert one.span(key) == other.span(key)


def test_one_scan_reads_what_is_written_here(folder: Path) -> None:
    """The layout of the ledger's own writer is that of one scan."""
    quick = plain.read(
        HEAD
        + "\n"
        + blocks.table("claim", ClaimEntry(id="a", amount="1.2亿元", scope=("a", 'b"'), source="s", quote='"so"'))
        + "\n"
    )

    assert quick is not None
    assert ("a", ["a", 'b"'], '"so"') == tuple(quick[0]["claim"][0][key] for key in ("id", "scope", "quote"))


# Figures that are written alike.

ALIKE = ["{}亿元", "{}万人", "营收{}亿元，同比增长", "超过{}万名注册医生", "近{}%", "约{}亿港元", "下降{}个百分点", "亏损{}亿元", "{} billion yuan",
         "more than {} million users", "US${} million", "revenue of RMB{} billion", "nearly {}%", "{} people", "{} km", "-{}亿元", "{}", "医生{}万",
         "aged {}", "{}岁", "第{}名", "{}年", "2021年{}亿元", "{}亿至三亿元", "no. {}", "v{}", "{}晚会", "at {} pm", "{}倍", "三家公司{}亿元",
         "版本{}", "{}折", "{}T", "ratio of {}", "({}亿元", "{}万多元", "{}多万元", "{}万平方米", "{} per cent", "a {}-point lead"]  # fmt: skip
DIGITED = strategies.one_of(
    strategies.decimals(min_value=0, max_value=10**7, places=1).map(str),
    strategies.integers(0, 10**10).map("{:,}".format),
    strategies.integers(0, 10**8).map("{:,}.5".format),
    strategies.sampled_from(
        ["1.1", "12.1", "20.2", "65,438", "6,543.8", "1,654", "100.0", "10,000", "1,000.0", "2021.6", "1998.1", "5,438"]
    ),
)


@settings(max_examples=300, deadline=None)
@given(strategies.sampled_from(ALIKE), DIGITED, DIGITED, strategies.sampled_from(["", "is "]))
def test_figures_that_are_written_alike_are_read_as_by_themselves(words: str, first: str, second: str, carrier: str) -> None:
    """What is taken over from a text that differs in its digits is what is read of the text itself."""
    figures = Figures(carrier=carrier)
    figures.read_ahead([words.format(first)])

    text = words.format(second)
    assert [to_row(mention) for mention in Figures(carrier=carrier)(text)] == [to_row(mention) for mention in figures(text)]


def test_digits_are_put_in_where_words_say_what_they_are() -> None:
    """One text of a kind is read, and the others have its figure with their digits, trailing zeros and negative ones included."""
    figures = Figures()
    figures.read_ahead(["1.5亿元", "2.5亿元", "10,250 people", "32,000 people", "-3.1%", "-4.2%"])

    assert {"1.5亿元", "10,250 people", "-3.1%"} == set(figures.known)
    assert ["250000000", "32000", "-4.2"] == [to_row(figures(text)[0])["value"] for text in ("2.5亿元", "32,000 people", "-4.2%")]
    quantity = figures("32,000 people")[0].quantity
    assert quantity is not None
    assert 3 == quantity.significant


# Verifying.


def test_right_ledger_verifies(folder: Path) -> None:
    """An amount that its quote and its source say again is verified."""
    written(folder, HEAD + claim_table() + claim_table(id='"fleet"', amount='"超过40艘"', quote='"船队已超过40艘"', unit=None))

    verification = Ledger.load(folder).verify(texts={"gazette-2023": Document(ARTICLE)})

    assert (verification.problems, verification.claims, verification.in_source, verification.absent) == ((), 2, 2, ())


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"quote": '"全年营收"'}, 'the quote "全年营收" does not hold the amount "12.6亿元"'),
        (
            {"amount": '"12.6"', "unit": '"CNY"', "quote": '"增长12.6%"'},
            "reads as 12.6 percent in its quote, the ledger says 12.6 CNY",
        ),
        ({"amount": '"40艘"', "quote": '"船队已超过40艘"'}, "reads as over 40"),
        ({"amount": '"8.4%"', "quote": '"同比增加8.4%"'}, '"同比增加8.4%" is not in the text of gazette-2023'),
        (
            {"amount": '"4"', "quote": '"4"'},
            '"4" stands 2 times in the text of gazette-2023; give it a prefix or suffix that tells them apart',
        ),
    ],
)
def test_what_does_not_hold_is_a_problem(folder: Path, changed: dict[str, str | None], expected: str) -> None:
    """A quote that says another figure, or that the source does not hold exactly once, is named with the claim's place."""
    written(folder, HEAD + claim_table(**changed))

    problems = Ledger.load(folder).verify(texts={"gazette-2023": Document(ARTICLE)}).problems

    assert any(expected in problem.what for problem in problems), problems
    assert {("revenue-2023", "claims/harbour-line.toml")} == {(problem.claim, problem.file) for problem in problems}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("又讯：全年营收12.6亿元，同比增长。", "found again in line 1, the words around it were changed"),
        (
            "海港航运公布业绩。\n集团全年的营收12.6亿元。",
            'nearest in line 2, 85% alike, its numbers are the same: "年的营收12.6亿元"',
        ),
        ("全年营收12.9亿元，同比增长8.4%。", 'nearest in line 1, 100% alike, its numbers are others: "全年营收12.9亿元"'),
        ("船队已超过40艘。", "is not in the text of gazette-2023"),
    ],
)
def test_an_anchor_is_found_again_in_a_changed_source(folder: Path, text: str, expected: str) -> None:
    """By its words alone, then by words that are nearly the same, whose numbers are compared exactly; the score is shown."""
    written(folder, HEAD + claim_table(prefix='"业绩。"'))
    (problem, *_) = Ledger.load(folder).verify(texts={"gazette-2023": Document(text)}).problems

    assert problem.what.endswith(expected), problem.what


def test_prefix_tells_two_places_apart(folder: Path) -> None:
    """The quote is looked for with its prefix and suffix."""
    written(folder, HEAD + claim_table(amount='"40艘"', quote='"40艘"', prefix='"新增"'))
    texts = {"gazette-2023": Document("船队已有40艘。明年新增40艘。")}

    assert Ledger.load(folder).verify(texts=texts).problems == ()


def test_folder_of_texts_is_searched_by_digest_and_by_name(folder: Path) -> None:
    """A text is recognised by its SHA-256; one that bears the source's id as its name and another SHA-256 has been altered."""
    Path("texts").mkdir()
    article = Path("texts/any-name.txt")
    article.write_text(ARTICLE, encoding="utf-8")
    head = HEAD.rstrip() + f'\nsha256 = "{Document(ARTICLE).sha256}"\n'
    written(folder, head + claim_table())
    assert Ledger.load(folder).verify(texts="texts").problems == ()

    article.rename("texts/gazette-2023.txt").write_text(ARTICLE + "\n", encoding="utf-8")
    (problem,) = Ledger.load(folder).verify(texts="texts").problems

    assert "the text of gazette-2023 is not the one that was read" in problem.what


def test_text_that_is_not_at_hand_is_named(folder: Path) -> None:
    """What was not looked at is not taken for verified."""
    written(folder, HEAD + claim_table())

    verification = Ledger.load(folder).verify()

    assert (verification.claims, verification.in_source, verification.absent) == (1, 0, ("gazette-2023",))
    assert verification.lines()[-1] == "text not at hand: gazette-2023"


def test_folder_of_texts_that_does_not_exist_is_an_error(folder: Path) -> None:
    """A mistyped folder is not the same as texts that are not at hand."""
    written(folder, HEAD + claim_table())

    with pytest.raises(FileNotFoundError, match="texts of sources"):
        Ledger.load(folder).verify(texts="txets")


# Lines and schema.


def test_listing_is_one_line_a_claim(folder: Path) -> None:
    """Claims are chosen by words of their subject and measure, in either script."""
    written(folder, HEAD + claim_table() + claim_table(id='"fleet"', measure=None, measure_text='"船队"', amount='"超过40艘"'))
    ledger = Ledger.load(folder)

    assert [row[0] for row in listed(ledger, subject="harbour")] == ["revenue-2023", "fleet"]
    assert [row[0] for row in listed(ledger, subject="海港航运")] == ["revenue-2023", "fleet"]
    assert [row[0] for row in listed(ledger, measure="船隊")] == ["fleet"]
    assert list(listed(ledger, subject="other")) == []


def test_claim_is_shown_with_all_that_is_known(folder: Path) -> None:
    """One claim is shown field by field, its place first; an id that is near gets a guess."""
    written(folder, HEAD + claim_table())
    ledger = Ledger.load(folder)
    lines = list(shown(ledger, "revenue-2023"))

    assert lines[:2] == ["revenue-2023", "  place        claims/harbour-line.toml:17"]
    assert "  quote        ⟦全年营收12.6亿元⟧" in lines
    with pytest.raises(KeyError, match='did you mean "revenue-2023"'):
        list(shown(ledger, "revenue-2032"))


def test_schema_holds_rows_and_files(folder: Path) -> None:
    """The published schema takes what the wire gives for a claim, and what a ledger file holds, and nothing with unknown keys."""
    written(folder, HEAD + claim_table())
    published = json.loads(json.dumps(schema()))
    row = json.loads(json.dumps(to_row(Ledger.load(folder).claims[0])))
    jsonschema.Draft202012Validator.check_schema(published)

    jsonschema.validate(row, published)
    jsonschema.validate({"subject": "X", "claim": [{"id": "a", "amount": "3", "source": "s", "quote": "3"}]}, published)
    for wrong in ({**row, "extra": 1}, {"subject": "X", "claim": [{"id": "a"}]}, {"subjet": "X"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, published)


def test_a_thousand_claims_load_in_a_second(folder: Path) -> None:
    """Loading stays quick for a large ledger."""
    written(folder, HEAD + "".join(claim_table(id=f'"claim-{number}"', amount=f'"{number}.5亿元"') for number in range(1000)))
    begun = time.process_time()

    assert len(Ledger.load(folder).claims) == 1000
    assert time.process_time() - begun < 1


# Many at once, and there and back again.

AMOUNTS = strategies.builds(
    "{}{}{}".format,
    strategies.sampled_from(["", "约", "超过", "more than ", "近", "-"]),
    strategies.one_of(strategies.integers(1, 99999).map("{:,}".format), strategies.decimals(0, 9999, places=1).map(str)),
    strategies.sampled_from(
        ["亿元", "万人", " million yuan", "%", " people", "家", "", "万", " billion", "倍", "个百分点", "2021年"]
    ),
)


@given(strategies.lists(AMOUNTS, min_size=1, max_size=12))
def test_figures_read_together_are_read_as_by_themselves(amounts: list[str]) -> None:
    """Whatever figures stand beside it, an amount says what it says alone."""
    together, alone = Figures(), Figures()
    together.read_ahead(amounts)

    def said(figures: Figures, amount: str) -> list[object]:
        return [
            (one.kind, one.quantity, one.period, one.span, one.number, one.text, one.hedge, one.damage) for one in figures(amount)
        ]

    assert [said(alone, amount) for amount in amounts] == [said(together, amount) for amount in amounts]


WORDS = strategies.text(strategies.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)
DAYS = strategies.dates().map(datetime.date.isoformat)
ENTRIES = strategies.builds(
    ClaimEntry,
    id=WORDS,
    subject=strategies.none() | WORDS,
    measure=strategies.none() | strategies.sampled_from(["revenue", "employees", "doctors"]),
    measure_text=WORDS,
    scope=strategies.lists(WORDS, max_size=2).map(tuple),
    period=strategies.none() | DAYS.filter(lambda day: day >= "1000"),
    as_of=strategies.none(),
    role=strategies.sampled_from([None, "level", "change", "share"]),
    against=strategies.sampled_from([None, "2020", "year_on_year"]),
    amount=strategies.integers(100, 10**6).map(lambda number: f"{number}亿元"),
    reading=strategies.none(),
    why=strategies.none(),
    unit=strategies.none(),
    source=strategies.just("gazette"),
    quote=strategies.text(min_size=1, alphabet=strategies.characters(exclude_categories=["Cs"])),
    prefix=strategies.text(strategies.characters(exclude_categories=["Cs"])),
    suffix=strategies.just(""),
    note=strategies.none() | WORDS,
    withdrawn=strategies.none(),
    withdrawn_because=strategies.none(),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(strategies.lists(ENTRIES, max_size=6, unique_by=lambda entry: entry.id), WORDS)
def test_what_is_written_is_what_was_loaded(tmp_path: Path, rows: list[ClaimEntry], title: str) -> None:
    """Load, write, load: the entries are the same, each in its place by its id, and so is the text that is written."""
    head, source = blocks.head(Head(subject="Harbour Line")), SourceEntry(id="gazette", title=title)
    text = blocks.inserted(blocks.inserted(head, "source", [source]), "claim", rows)
    path = tmp_path / "harbour.toml"
    path.write_bytes(text.encode())
    loaded = Ledger.load(path)
    again = blocks.inserted(blocks.inserted(head, "source", [source]), "claim", loaded.entries)

    assert sorted(rows, key=lambda row: row.id) == list(loaded.entries)
    assert text == again
