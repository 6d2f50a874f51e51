"""The dossier: one table for each thing that several documents speak of, over time."""

import json

from factcheck import Document, check
from factcheck.report import renderer
from factcheck.report.dossier import markdown, rows
from factcheck.report.dossier.tables import tables

OLD = Document("截至2020年底，腾讯共有员工85858人。", name="old report.md", publisher="Harbour Weekly")
NEW = Document("Tencent had 112,771 employees at the end of 2021.", name="new.md")
OTHER = Document("At the end of 2021, Tencent had 108,436 employees.", name="other|.md")


def test_a_series_stands_in_the_order_of_its_dates():
    """Statements of one thing are one table, the earliest date first, whatever the order of the documents."""
    table = next(one for one in tables(check([NEW, OLD])) if one.measure == "employees")

    assert ["85858人", "112,771 employees"] == [one.claim.text for one in table.statements]
    assert ["stated", "stated"] == [one.dated for one in table.statements]
    assert "series" == table.mark


def test_figures_of_one_date_are_a_conflict():
    """Two figures of one date are marked as the conflict that the check found; the third is none."""
    table = next(one for one in tables(check([OLD, NEW, OTHER])) if one.measure == "employees")

    assert "conflict" == table.mark
    assert {"112,771 employees", "108,436 employees"} == {one.claim.text for one in table.statements if one.mark == "conflict"}


def test_markdown_links_to_the_place():
    """Each row links to the line of its file, with the interval and the source; a bar in a name opens no column."""
    text = markdown.render(check([OLD, NEW, OTHER]))

    assert "## Tencent, employees: conflict" in text
    assert "](old%20report.md#L1)" in text
    assert "Harbour Weekly" in text
    assert {9} == {row.replace("\\|", "").count("|") for row in text.splitlines() if row.startswith("| 20")}


def test_rows_say_the_same():
    """As rows a table is one object a line, its statements are claim rows."""
    found = [json.loads(line) for line in rows.render(check([OLD, NEW, OTHER])).splitlines()]
    employees = next(row for row in found if row["measure"] == "employees")

    assert "conflict" == employees["mark"]
    assert ["85858", "108436", "112771"] == sorted((one["claim"]["value"] for one in employees["statements"]), key=int)
    assert rows.render is renderer("dossier", ending=".json")


def test_a_damaged_document_is_named():
    """Who reads the table is told which document to trust less; sound ones are not named."""
    broken = Document("At the end of 2021, Tencent had more than112,000 employees.", name="broken.md")

    assert "- broken.md: 1 of 1 figures damaged" in markdown.render(check([OLD, NEW, broken]))
    assert "to trust less" not in markdown.render(check([OLD, NEW]))


def test_what_is_said_once_is_no_table():
    """One statement has nothing beside it."""
    assert [] == tables(check([OLD]))
    assert "0 tables" in markdown.render(check([OLD]))
