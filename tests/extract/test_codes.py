"""Codes: a number that a word before it makes a name."""

import pytest

from factcheck.extract import extract


@pytest.mark.parametrize(
    "text",
    ["地址为和平路口，邮编215000。", "證券代碼：600519。", "檔案編號2024001已歸檔。", "Write to PO Box 41200.", "It has zip code 94103."],
)  # fmt: skip
def test_a_code_is_a_name(text: str) -> None:
    """What is a name is never grouped, summed or compared."""
    assert ["identifier"] == [mention.kind for mention in extract(text)]


@pytest.mark.parametrize("text", ["源代码12000行。", "写邮件12000封。", "The zip 3,000 files need."])
def test_a_number_beside_such_a_word_stays_one(text: str) -> None:
    """Lines of code and files are counted."""
    assert ["count"] == [mention.kind for mention in extract(text)]
