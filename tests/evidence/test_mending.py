"""What is said of a damaged figure: its best reading, its working and one repair for each reading."""

import pytest

from factcheck.document import Document
from factcheck.evidence.mending import unreadable, value_text
from factcheck.extract import build
from factcheck.finding import Finding
from factcheck.mention import Reading


def only(text: str, damage: str) -> Finding:
    """The one finding on a text."""
    (finding,) = unreadable(build([Document(text)]), damage)
    return finding


def test_every_reading_is_shown_and_offered() -> None:
    """The message names the best reading, the working all of them, and each has a repair that is not declared safe."""
    finding = only("Turnover was 6543.8+07.2 billion yuan last year.", "digit-token")

    assert "6543.8+07.2 billion yuan is no number: best read as 17.2 billion yuan" in finding.message
    assert "nothing beside it decides between this and 1.72 billion or 172 billion" in finding.message
    assert ["write 17.2 billion", "write 1.72 billion", "write 172 billion"] == [fix.label for fix in finding.fixes]
    assert len(finding.working) == 3
    assert not any(fix.safe for fix in finding.fixes)


def test_a_figure_that_reads_all_the_same_is_a_warning() -> None:
    """A number glued to a word keeps its value: a warning, mended by a blank."""
    finding = only("It drew more than150,000 readers.", "glued-number")

    assert finding.level == "warning"
    assert ["150000"] == [str(reading.value) for reading in finding.readings]
    assert [" "] == [edit.text for fix in finding.fixes for edit in fix.edits]


def test_a_figure_that_is_cut_off_is_not_completed() -> None:
    """Where the rest of a figure is lost there is no reading and no repair."""
    finding = only("The list: 1938, 1950 (Gengyin)/kloc.", "placeholder")

    assert "is cut off" in finding.message
    assert () == finding.readings == finding.fixes


def test_a_repair_keeps_the_year_sign() -> None:
    """2O21年 becomes 2021年, with one 年."""
    finding = only("2O21年上市。", "lookalike-digit")

    assert ["write 2021"] == [fix.label for fix in finding.fixes]


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        ("2021-06-30", "June 30, 2021", "2021年6月30日"),
        ("XXXX-12-06", "December 6", "12月6日"),
        ("2021-01-01/2021-06-30", "the first half of 2021", "2021年上半年"),
        ("196X", "the 1960s", "1960年代"),
        ("XXXX-12-21/XXXX-12-24", "December 21–December 24", "12月21日–12月24日"),
        ("2021", "2021", "2021年"),
    ],
)
def test_dates_are_written_in_the_language_around_them(value: str, english: str, chinese: str) -> None:
    """Readings of dates are shown as a reader would write them."""
    reading = Reading(value, None, "")

    assert (english, chinese) == (value_text(reading, "en"), value_text(reading, "zh"))
