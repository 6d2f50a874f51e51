"""`factcheck compare`: a draft and its source on the command line, and what the report says of figures that agree."""

import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck import Document, check, compare
from factcheck.cli import commands
from factcheck.evidence.sourcing import answers
from factcheck.extract import build

SOURCE = "白鹭书店2023年售书48.6万册，营收3120万元，比上年增长12.5%。\n"
DRAFT = "Egret Books sold 486,000 books in 2023; revenue rose 12.5% to 31.2 million yuan.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """A source and its translation as files."""
    source, draft = tmp_path / "source.md", tmp_path / "draft.md"
    source.write_text(SOURCE, encoding="utf-8")
    draft.write_text(DRAFT, encoding="utf-8")
    return str(source), str(draft)


def run(*arguments: str):
    """One run of the command line."""
    return CliRunner().invoke(commands, arguments, standalone_mode=False)


def test_a_faithful_draft_passes(files):
    """Nothing is found, and every figure is counted as agreeing."""
    result = run("compare", *files)

    assert 0 == result.return_value
    assert "4 figures: 4 agree" in result.output


def test_a_changed_figure_fails(files):
    """A changed figure is found with the source's words beside it, and makes the exit status 1."""
    Path(files[1]).write_text(DRAFT.replace("31.2", "32.1"), encoding="utf-8")
    result = run("compare", *files)

    assert 1 == result.return_value
    assert "source/contradicted" in result.output
    assert "3120万元" in result.output
    assert 0 == run("compare", *files, "--ignore", "source/contradicted").return_value
    assert 0 == run("compare", *files, "--fail-on", "never").return_value


def test_check_against_sources_is_the_same(files):
    """`check DRAFT --source FILE` finds what `compare` finds, among the rest."""
    Path(files[1]).write_text(DRAFT.replace("31.2", "32.1"), encoding="utf-8")

    assert "source/contradicted" in run("check", files[1], "--source", files[0]).output


def test_a_missing_source_is_told(files, tmp_path):
    """A draft that cannot be compared did not pass."""
    assert 2 == run("compare", str(tmp_path / "none.md"), files[1]).return_value


def test_one_of_several_sources_is_enough():
    """A figure that one source contradicts and another has is supported."""
    old = Document("白鹭书店有职工186人，门店12家。", name="old")
    new = Document("白鹭书店有职工198人，门店12家。", name="new")

    assert [] == [found.check for found in check("白鹭书店有职工198人，门店12家。", sources=[old, new], select=["source"]).findings]


def test_comparisons_stand_in_the_report():
    """What a figure was found to agree with is in the report, with the name of the check and a derivation's working."""
    report = compare(
        "The mill sold 512 tonnes in May and 640 tonnes in June.", "The mill sold 640 tonnes in June, 25.0% more than in May."
    )
    derived = [one for one in report.comparisons if one.working]

    assert [] == [found.text for found in report.findings if found.level != "note"]
    assert ["25.0%"] == [one.figures[0].text for one in derived]
    assert ("640 tonnes / 512 tonnes − 1 = 25%",) == derived[0].working
    assert "source/not-found" in {one.check for one in report.comparisons}


def test_a_third_is_compared():
    """A fraction that no decimal is ends like any other number: three readers of five, a third of them."""
    report = compare("1/3的读者来自外地，2/7是学生。", "1/6 of the readers come from elsewhere, 3/7 are students.")

    assert () == report.failures


def test_long_texts_are_compared_in_linear_time():
    """Four times the text is no sixteen times the work, also where the two have nothing in common."""

    def spent(lines: int) -> float:
        source = "".join(f"第{number}号仓库存粮{number * 37 % 977 + 1200}吨。\n" for number in range(lines))
        draft = "".join(
            f"The {number * 53 % 883 + 15}th store sold {number * 41 % 8830 + 24000} litres.\n" for number in range(lines)
        )
        case = build([Document(draft)], sources=[Document(source)])
        start = time.process_time()
        answers(case)
        return time.process_time() - start

    spent(50)
    assert spent(1200) < 10 * spent(300)
