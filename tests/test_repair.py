"""Whether a fix is safe is computed from what the edited text says."""

import pytest

from factcheck.document import Document, Mask, Span
from factcheck.finding import Edit, Finding, Fix
from factcheck.repair import excerpt, with_safety


def fixed(text: str, *edits: tuple[str, str]) -> Fix:
    """A fix that puts the second words of each pair in place of the first, judged."""
    document = Document(text)
    made = tuple(Edit(Span(text.index(old), text.index(old) + len(old)), new) for old, new in edits)
    (fix,) = with_safety(Finding(document, Span(0, 1), "wrong", fixes=(Fix("so", made),))).fixes
    return fix


@pytest.mark.parametrize(
    ("text", "edits", "safe"),
    [
        ("门店3200家，分布在12个省。", [("3200家", "3200 家")], True),
        ("门店3,200家，分布在12个省。", [("3,200", "3200")], True),
        ("门店3200家，分布在12个省。", [("3200", "3300")], False),
        ("more than 11 Ten thousand doctors came.", [("11 Ten thousand", "110,000")], True),
        ("more than 11 Ten thousand doctors came.", [("11 Ten thousand", "1,100,000")], False),
        ("门店1.20万家。", [("1.20", "1.2")], False),
        ("营收超过3亿元。", [("超过", "近")], False),
        ("增长3%。", [("3%", "3个百分点")], False),
        ("上文3家。\n下文4家。", [("下文", "后文")], True),
        ("共3家。", [("。", "！"), ("共", "总共")], True),
        ("共3家。", [], False),
    ],
)
def test_safe_is_what_leaves_the_figures_alone(text: str, edits: list, safe: bool) -> None:
    """A fix is safe when the paragraph says the same quantities after it."""

    assert safe is fixed(text, *edits).safe


def test_edits_are_put_in_order() -> None:
    """The edits of a fix stand in reading order."""

    assert ["总共", "家店"] == [edit.text for edit in fixed("共3家。", ("家", "家店"), ("共", "总共")).edits]


@pytest.mark.parametrize("spans", [[Span(0, 2), Span(1, 3)], [Span(0, 99)]])
def test_edits_that_cannot_be_made_are_refused(spans: list) -> None:
    """Edits that overlap or leave the text are a mistake of the check."""
    finding = Finding(Document("共3家。"), Span(0, 1), "wrong", fixes=(Fix("so", tuple(Edit(span, "x") for span in spans)),))
    with pytest.raises(ValueError, match="overlaps another or leaves the text"):
        with_safety(finding)


def test_masks_move_with_the_text() -> None:
    """A part of a document keeps the masks that lie in it, behind an edit too; an edit in a mask takes the mask away."""
    document = Document("ab `3` cd `4`", masks=(Mask(Span(3, 6), "code"), Mask(Span(10, 13), "code")))
    part = excerpt(document, Span(1, 13), [Edit(Span(1, 2), "bbb")])

    assert "bbb `3` cd `4`" == part.text
    assert ["`3`", "`4`"] == [part.text[mask.span.start : mask.span.end] for mask in part.masks]
    assert ["`4`"] == [
        part.text[m.span.start : m.span.end]
        for part in [excerpt(document, Span(0, 13), [Edit(Span(4, 5), "55")])]
        for m in part.masks
    ]
