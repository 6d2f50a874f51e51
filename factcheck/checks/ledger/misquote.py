"""A number in quotation marks is the one that the quoted text has.

The words between the marks are looked for in the quotes of the ledger and in the sources, with their numbers left out; where the words
are those of a passage, its digits have to be the same. Quotations of a few words, and those that are translated or retold, are known by
nothing and left alone.

Bad:  ledger: 院长说，新的住院楼去年收治病人12640人次，比前一年多。 || 院长说：“新的住院楼去年收治病人⟦12460⟧人次，比前一年多。”
Bad:  source: "The new ferry carried 48,200 passengers in its first month," she said. || She said:
      "The new ferry carried ⟦42,800⟧ passengers in its first month."
Good: ledger: 院长说，新的住院楼去年收治病人12640人次，比前一年多。 || 院长说：“新的住院楼去年收治病人12,640人次，比前一年多。”
Good: source: "The new ferry carried 48,200 passengers in its first month," she said. || She said
      "the new ferry carried 48200 passengers in its first month".
"""

from collections.abc import Iterator

from factcheck.case import Case
from factcheck.document import Document, Span
from factcheck.evidence.citing import place
from factcheck.evidence.quotations import Masked, altered, passages, quotations
from factcheck.finding import Edit, Finding, Fix
from factcheck.lexicon import fold
from factcheck.messages import say
from factcheck.passage import passage

LEVEL = "error"


def check(case: Case) -> Iterator[Finding]:
    """Lay each quotation on the passages that it may be taken from."""
    quoted = [(document, span) for document in case.documents for span in quotations(document)]
    if not quoted or not (case.ledger or case.source_documents):
        return
    texts = [fold(one.prefix + one.quote + one.suffix) for one in case.ledger]
    texts += [passage(document).folded for document in case.source_documents]
    known = passages(texts)
    for document, span in quoted:
        yield from _misquoted(document, span, case, known)


def _misquoted(document: Document, span: Span, case: Case, known: list[Masked]) -> Iterator[Finding]:
    found = altered(passage(document).folded[span.start : span.end], known)
    if found is None:
        return
    which, numbers = found
    for one in numbers:
        here = Span(span.start + one.span.start, span.start + one.span.end)
        words = document.text[here.start : here.end]
        message = say('the quotation has "{words}", {where} has "{there}"', words=words, where=_where(case, which), there=one.there)
        fix = Fix(say('write "{there}"', there=one.there), (Edit(here, one.there),))
        because = case.ledger[which : which + 1]
        yield Finding(
            document, here, message, because, (say("quoted: {words}", words=document.text[span.start : span.end]),), fixes=(fix,)
        )


def _where(case: Case, which: int) -> str:
    """Where a passage stands."""
    if which < len(case.ledger):
        entry = case.ledger[which]
        return place(entry.document, entry.span.start)
    return case.source_documents[which - len(case.ledger)].name
