"""A repair mends what it is offered for: applied to a bad example, it leaves its check nothing to say there."""

import pytest

from factcheck import Document, check, registry
from tests.checks.test_examples import EXAMPLES, checked, marked, options

# Checks that offer readings or candidates one by one, of which only a choice mends the whole example.
CHOICES = ("garble", "ledger", "source", "silence")
SINGLE = [
    (name, text)
    for name, kind, text in EXAMPLES
    if kind == "Bad"
    and " || " not in text
    and not text.startswith(("ledger: ", "source: ", "before: "))
    and name.partition("/")[0] not in CHOICES
]


def applied(document, fix):
    """The text with the edits of a repair."""
    text = document.text
    for edit in sorted(fix.edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(("name", "text"), SINGLE, ids=[f"{name} {text[:40]}" for name, text in SINGLE])
def test_each_repair_mends(name, text):
    """Whichever of its repairs is taken, the finding is gone, and no other check calls the new text wrong."""
    documents, _ = marked(text)
    given = options(registry.load(name).page, text)
    before = checked(documents, name, given).findings
    wrong = {finding.check for finding in check(documents[0].text).findings if finding.level == "error"}
    for finding in before:
        for fix in finding.fixes:
            if not fix.edits:
                continue
            mended = Document(applied(finding.document, fix), name="mended")

            after = checked([mended], name, given).findings
            touched = any(edit.span.overlaps(finding.span) for edit in fix.edits)
            # A figure that two findings share may mend one and not the other.
            gone = len(after) < len(before) if touched else finding.text not in {one.text for one in after}
            assert gone, (fix.label, mended.text)
            assert {one.check for one in check(mended).findings if one.level == "error"} <= wrong, mended.text
