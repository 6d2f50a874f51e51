"""CSV, subtitles, LaTeX and notebooks: texts whose syntax is masked, and whose places stay exact."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document, check, claims, extract, to_row
from factcheck.read import read_bytes


def read(text: str, name: str) -> Document:
    return read_bytes(text.encode(), name=name)


def said(document: Document) -> list[str]:
    return [mention.text for mention in extract(document)]


def found(document: Document) -> list[tuple[str, str]]:
    return [(finding.check, finding.text) for finding in check(document).findings]


def test_a_csv_is_a_table() -> None:
    """Fields are cells: a comma between two numbers joins nothing, a group inside quotation marks does."""
    document = read('地区,2022年,2023年\n北区,"1,201",1401\n南区,801,901\n合计,2002,2500\n', "a.csv")

    assert [("arithmetic/sum", "2500")] == found(document)
    assert ["2022年", "2023年", "1,201", "1401", "801", "901", "2002", "2500"] == said(document)


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators(separator: str) -> None:
    """The first line shows which sign separates."""
    text = "name,unit;2022;2023\na;1,5;2\n".replace(";", separator)
    (table,) = read(text, "a.csv").tables

    assert ["name,unit", "2022", "2023", "a", "1,5", "2"] == [text[cell.span.start : cell.span.end] for cell in table]


@given(st.lists(st.lists(st.text('a1,"\n;. 二', max_size=5), min_size=2, max_size=4), min_size=1, max_size=4))
def test_csv_cells_are_what_the_standard_library_reads(rows: list[list[str]]) -> None:
    """For whatever it writes: each cell's stretch, its doubled quotation marks undone."""
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(rows)
    text = written.getvalue()
    (table,) = read(text, "a.csv").tables
    cells = {(cell.rows.start, cell.columns.start): text[cell.span.start : cell.span.end].replace('""', '"') for cell in table}

    assert {(row, column): words for row, line in enumerate(rows) for column, words in enumerate(line)} == cells


def test_subtitles() -> None:
    """Numbers and times of cues are no figures; a cue's lines are one sentence; the cue is the way back."""
    text = "1\n00:00:01,000 --> 00:00:04,000\nSales rose 20.0% from 100.0 million\nto 130.0 million yuan.\n\n2\n00:00:05,000 --> 00:00:06,500\n<i>谢谢1人</i>\n"
    document = read(text, "a.srt")

    assert [("arithmetic/growth", "20.0%")] == found(document)
    assert ["20.0%", "100.0 million", "130.0 million yuan", "1人"] == said(document)
    assert "cue 00:00:01,000" == str(document.anchor(text.index("Sales")))


def test_webvtt() -> None:
    """Its head, notes and styles are not shown, and so not read."""
    document = read(
        "WEBVTT 2023\n\nNOTE 3 takes\n\nSTYLE\n::cue { margin: 5px }\n\n00:01.000 --> 00:02.000 line:5%\n到场12人。\n", "a.vtt"
    )

    assert ["12人"] == said(document)


def test_latex() -> None:
    """Escaped signs read as they print; comments, keys, lengths and the preamble are no prose; a blank line ends a paragraph."""
    text = (
        "\\documentclass[11pt]{article}\n\\begin{document}\n\\section{Results}\n"
        "Sales rose 20.0\\% from \\$100.0~million to \\$130.0~million~\\cite{li2021}. % 55% of 3\n\n"
        "\\vspace{2cm} \\textbf{12 people} came.\\footnote{增长20.0\\%，由100.0亿元增至130.0亿元。}\n"
        "\\begin{verbatim}\n99 bottles\n\\end{verbatim}\n\\end{document}\n"
    )
    document = read(text, "a.tex")

    assert ["20.0\\%", "\\$100.0~million", "\\$130.0~million", "12 people", "20.0\\%", "100.0亿元", "130.0亿元"] == [
        words.replace("$", "\\$", 1) if words.startswith("$") else words for words in said(document)
    ]
    assert [("arithmetic/growth", "20.0\\%")] * 2 == found(document)
    assert ["Results"] == [text[block.span.start : block.span.end] for block in document.blocks if block.kind == "heading"]


def cells(document: Document) -> list[tuple[str, range, range, bool]]:
    """The words of each cell of the first table, the rows and columns that it covers, and whether it is a heading."""
    return [(document.text[cell.span.start : cell.span.end], cell.rows, cell.columns, cell.heading) for cell in document.tables[0]]


def test_a_table_of_latex() -> None:
    """Cells part at & and end at \\\\; rules, comments, arguments and looks are none of their words; cells span as in print."""
    document = read(
        "\\begin{tabular}{l r@{\\,}r}\n\\toprule\nTown & \\multicolumn{2}{c}{\\textbf{2023}} \\\\[2pt] \\midrule\n"
        "\\multirow{2}{*}{Hill \\& Dale} & \\num{1.5} & {\\bfseries 3} \\\\ % 9 & 9\n & $2$ & \\\\ \\hline\n\\end{tabular}\n",
        "a.tex",
    )

    assert [
        ("Town", range(1), range(1), True),
        ("2023", range(1), range(1, 3), True),
        ("Hill \\& Dale", range(1, 3), range(1), False),
        ("1.5", range(1, 2), range(1, 2), False),
        ("{\\bfseries 3}", range(1, 2), range(2, 3), False),
        ("$2$", range(2, 3), range(1, 2), False),
        ("", range(2, 3), range(2, 3), False),
    ] == cells(document)
    assert ["2023", "1.5", "3", "2"] == said(document)


def test_the_sums_of_a_latex_table() -> None:
    """The caption counts the figures, and a total must be the sum of its rows."""
    text = (
        "\\begin{table}\n\\centering\n\\caption{Sales (in millions of dollars)}\n\\begin{tabular}{lr}\nBranch & 2023 \\\\ \\hline\n"
        "Quay & 101.5 \\\\\nMill & 202.5 \\\\\nTotal & 314.0 \\\\\n\\end{tabular}\n\\end{table}\n"
    )
    document = read(text, "a.tex")

    assert [("arithmetic/sum", "314.0")] == found(document)
    assert {"101500000", "202500000", "314000000"} <= {to_row(claim)["value"] for claim in claims(document)}


@pytest.mark.parametrize("written", ["1{,}234", "2\\,345", "$12{,}000{,}000$"])
def test_digits_that_commands_part_are_not_read(written: str) -> None:
    """They are one figure in print; to read them as two would be wrong."""
    assert [] == said(read(f"It has {written} seats.\n", "a.tex"))


def test_a_notebook() -> None:
    """The prose of Markdown cells is checked, code is not; cell and line are the way back."""
    cells = [
        {"cell_type": "markdown", "source": ["# 业绩\n", "\n", "营收由100.0亿元增长20.0%至130.0亿元。"]},
        {"cell_type": "code", "source": "n = 130", "outputs": []},
        {"cell_type": "markdown", "source": "|地区|2023年|\n|-|-|\n|北区|101|\n|南区|202|\n|合计|404|\n"},
    ]
    document = read(json.dumps({"cells": cells, "nbformat": 4}), "a.ipynb")
    places = [str(document.anchor(finding.span.start)) for finding in check(document).findings]

    assert [("arithmetic/growth", "20.0%"), ("arithmetic/sum", "404")] == found(document)
    assert ["cell 1, line 3", "cell 3, line 5"] == places
    assert "130" not in said(document)
    assert "业绩" == (document.title or "").lstrip("# ")


@pytest.mark.parametrize("name", ["a.csv", "a.srt", "a.vtt", "a.tex"])
@given(text=st.text('1,2"\n\\{}$%[]|;\t:->。a', max_size=60))
def test_any_text_is_read_in_any_format(name: str, text: str) -> None:
    """Nothing raises; masks and blocks lie in the text, and every digit is in a mention or under a mask."""
    document = read(f"x{text}", name)
    covered = {place for mask in document.masks for place in range(mask.span.start, mask.span.end)}
    covered |= {place for mention in extract(document) for place in range(mention.span.start, mention.span.end)}

    assert all(0 <= one.span.start <= one.span.end <= len(document.text) for one in (*document.masks, *document.blocks))
    assert [] == [place for place, sign in enumerate(document.text) if sign in "12" and place not in covered]
