"""Bytes are read again only where that gives plain signs or common Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from factcheck.evidence.recoding import from_double_bytes, from_latin, leading_utf8, paired_again


@pytest.mark.parametrize(("run", "said"), [("Â£", "£"), ("â‚¬", "€"), ("â€™", "’"), ("Ã©", "é"), ("Ã", None), ("é»", None)])
def test_utf8_read_as_latin(run: str, said: str | None) -> None:
    """UTF-8 shown as Latin-1 or Windows-1252 is read back."""

    assert said == from_latin(run)


@pytest.mark.parametrize(("run", "said"), [("¡æ", "℃"), ("£¬", "，"), ("ÊÕÈë", "收入"), ("éé", None)])
def test_gbk_read_as_latin(run: str, said: str | None) -> None:
    """GBK shown as Latin-1 is read back."""

    assert said == from_double_bytes(run)


@given(some.text(alphabet="收入增长营业利润用户", min_size=2, max_size=12))
def test_utf8_read_as_gbk_is_read_back(text: str) -> None:
    """Of Chinese in UTF-8 shown as GBK all comes back but a character that the two encodings split between them."""
    shown = text.encode("utf-8").decode("gbk", "replace").partition("\ufffd")[0]

    assert text.startswith(leading_utf8(shown))


@pytest.mark.parametrize("text", ["他们投资建设学校", "营业收入增长迅速", "The plan 5 years"])
def test_sound_text_is_no_utf8(text: str) -> None:
    """Sound Chinese is not read again."""

    assert leading_utf8(text) == ""


@pytest.mark.parametrize(("lost", "rest"), [("。", "回歸"), ("海", "建設"), ("的", "實績")])
def test_pairs_behind_a_lost_byte(lost: str, rest: str) -> None:
    """What follows a character that lost its first byte is read back where the bytes close on a letter."""
    shown = (lost + rest).encode("gbk")[1:].decode("gbk", "ignore")
    run = chr(ord(shown[0]) - 0xFEE0) + shown[1:] if 0xFF01 <= ord(shown[0]) <= 0xFF5E else None

    assert run is None or paired_again(run) == rest
