"""The coverage sheet: every figure with what became of it, in three formats that say the same."""

import csv
import io
import re

import pytest

from factcheck import Document, check, compare
from factcheck.report import renderer
from factcheck.report.sheet import comma, markdown, page
from factcheck.report.sheet.entries import COLUMNS, entries

SOURCE = Document("去年梨园产梨512吨，今年640吨，果农37户，利润由亏转盈。", name="source.md")
DRAFT = Document(
    "The pear orchard harvested 640 tonnes this year, 25.0% more than last year, with 73 growers, | 19 tractors and =2+3 ponds.",
    name="draft.md",
)


@pytest.fixture
def lines():
    """The lines of a draft against its source, by figure."""
    return {line.figure: line for line in entries(compare(SOURCE, DRAFT))}


def test_each_figure_has_a_status(lines):
    """Supported, derived with the reckoning, contradicted with what the source has, not found with the nearest there."""
    assert ("supported", "640吨", "source.md:1:14") == (
        lines["640 tonnes"].status,
        lines["640 tonnes"].quote,
        lines["640 tonnes"].source,
    )
    assert ("derived", "640吨 / 512吨 − 1 = 25%") == (lines["25.0%"].status, lines["25.0%"].why)
    assert ("contradicted", "37户") == (lines["73"].status, lines["73"].quote)
    assert "not found" == lines["19"].status


def test_what_was_not_checked_says_why():
    """Without sources a figure is consistent where a check compared it, and else the sheet says what is missing."""
    report = check(Document("门票收入由200万元增至250万元，增长25%。馆藏3860件。", name="draft.md"))
    lines = {line.figure: line for line in entries(report)}

    assert ("consistent", "arithmetic/growth") == (lines["25%"].status, lines["25%"].why)
    assert "not checked" == lines["3860件"].status
    assert "subject" in lines["3860件"].why and lines["3860件"].why.endswith("unknown")


def test_a_contradiction_within_a_draft_is_one():
    """A figure that runs against its neighbours is contradicted, with the finding's sentence."""
    lines = {line.figure: line for line in entries(check(Document("门票收入由212万元增至265万元，增长35%。")))}

    assert "contradicted" == lines["35%"].status
    assert lines["35%"].why.startswith("arithmetic/growth: 35% is not the growth")


def test_what_a_finding_rests_on_says_why():
    """A figure that others run against, and that no finding stands on, names the finding that rests on it."""
    lines = {line.figure: line for line in entries(check(Document("门票收入由212万元增至265万元，增长35%。")))}

    assert "contradicted" == lines["212万元"].status
    assert lines["212万元"].why.startswith("arithmetic/growth: 35% is not the growth")


def test_a_cell_is_no_list():
    """Of much that could be said the first stands there, and how much more there is."""
    texts = [f"2021年海湾食品有限公司营收为{amount}亿元。" for amount in range(20, 90, 10)]
    line = entries(check([Document(text, name=f"{number}.md") for number, text in enumerate(texts)]))[0]

    assert line.source.endswith("and 1 more")
    assert 6 == len(line.source.split("; "))


def test_the_formats_hold_the_same_lines(lines):
    """CSV, Markdown and HTML have one row a figure, in the order of the text."""
    report = compare(SOURCE, DRAFT)
    records = list(csv.DictReader(io.StringIO(comma.render(report).lstrip("\ufeff"))))
    rows = [row for row in markdown.render(report).splitlines() if row.startswith("| draft.md")]
    html = page.render(report)

    assert list(lines) == [record["figure"] for record in records]
    assert [line.status for line in lines.values()] == [record["status"] for record in records]
    assert len(lines) == len(rows) == html.count("<tr class=")
    assert set(re.findall('<th scope="col">(.*?)</th>', html)) <= {*COLUMNS}


def test_cells_are_no_markup_and_no_formula():
    """A bar in the text does not open a column, a tag is no tag, and a spreadsheet is given no formula to run."""
    report = check(Document("=1+1 | <b>馆藏3860件</b>，_年_增5%。", name="=cmd.md"))

    assert "\\| \\<b\\>" in markdown.render(report)
    assert "&lt;b&gt;" in page.render(report) and "<b>" not in page.render(report)
    assert all(not cell.startswith("=") for row in csv.reader(io.StringIO(comma.render(report).lstrip("\ufeff"))) for cell in row)


def test_the_page_counts_what_it_shows():
    """The line above the table says how many figures have which status, also where there is one and nothing to choose, and on paper."""
    assert "<strong>1 figure: 1 not checked</strong>" in page.render(check("馆藏3860件。", messages="en"))
    assert "<fieldset" not in page.render(check("馆藏3860件。"))


def test_the_ending_chooses_the_form():
    """`--format sheet --output x.csv` is CSV; without a file, and for any other ending, it is Markdown."""
    assert comma.render is renderer("sheet", ending=".csv")
    assert page.render is renderer("sheet", ending=".HTML")
    assert markdown.render is renderer("sheet", ending=".md") is renderer("sheet")


def test_an_empty_report_is_a_sheet():
    """No figure, no row: the head stands alone."""
    assert "0 figures" == markdown.render(check([])).splitlines()[0]
    assert 1 == len(comma.render(check([])).splitlines())
