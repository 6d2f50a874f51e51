"""Statements: which claims assert a figure of their own."""

from __future__ import annotations

import pytest

from factcheck.document import Document
from factcheck.evidence.statements import Statements, distinct
from factcheck.extract import build
from factcheck.lexicon import Word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("腾讯2019年营收为3772.9亿元。", [True]),
        ("腾讯预计2019年营收为3772.9亿元。", [False]),
        ("Tencent's revenue rose to $54 billion from $45 billion.", [True, False]),
        ("平均每家门店营收3000万元。", [False]),
        ("腾讯2019年营收同比增长21%。", [True]),
        ("腾讯2019年营收数千亿元。", [False]),
    ],
    ids=["stated", "planned", "compared with", "an average", "a change", "an order of magnitude"],
)
def test_a_figure_is_asserted(text: str, expected: list[bool]) -> None:
    """What a figure is compared with, a plan, a mean and an order of magnitude are no statements of the measure."""
    case = build([Document(text)])
    statements = Statements(case)

    assert expected == [statements.asserts(claim) for claim in case.claims]


def test_a_sentence_stands_alone_with_subject_and_date() -> None:
    """A second sentence that leans on the first names neither."""
    case = build([Document("腾讯2019年营收为3772.9亿元。净利润为933亿元。")])
    statements = Statements(case)

    assert [True, False] == [statements.stands_alone(claim) for claim in case.claims]


def test_a_subject_that_only_the_ledger_knows_is_no_qualifier() -> None:
    """The names of a ledger's subjects are looked up beside a figure as those of the lexicon are."""
    words = (Word("海港航运", "entity", "Harbour Line"),)
    case = build([Document("海港航运2023年营收为12.6亿元。")], words=words)
    statements, claim = Statements(case), case.claims[0]

    assert "Harbour Line" == claim.subject
    assert statements.names_subject(claim)
    assert frozenset() == statements.beside(claim)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("腾讯注册用户3亿，员工8.6万人。", set()),
        ("腾讯毛利率为43%，营收为3772亿元。", set()),
        ("Tencent had 300 million registered users and 86,000 employees.", set()),
        ("腾讯海外业务毛利率为43%，营收为3772亿元。", {"业务"}),
        ("腾讯注册用户增长后，员工8.6万人。", {"注册用户"}),
    ],
    ids=["users", "a margin", "in English", "a part of it all", "a measure without a figure"],
)
def test_the_measure_of_another_figure_narrows_nothing(text: str, expected: set[str]) -> None:
    """In a row of figures each has a measure of its own; other words of the row may narrow all of them."""
    case = build([Document(text)])

    assert expected == Statements(case).beside(case.claims[-1])


def test_one_figure_said_twice_is_one_statement() -> None:
    """Repetition in a document adds nothing to compare."""
    claims = build([Document("腾讯营收为3772.9亿元。腾讯营收为3772.9亿元。腾讯营收为3773亿元。")]).claims

    assert ["3772.9亿元", "3773亿元"] == [claim.text for claim in distinct(claims)]
