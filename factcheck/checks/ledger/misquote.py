"""A number in quotation marks is the one that the quoted text has.

The words between the marks are looked for in the quotes of the ledger and in the sources, with their numbers left out; where the words
are those of a passage, its digits have to be the same, and a number in words has to say what the passage's says. Quotations of a few
words, and those that are translated or retold, are known by nothing and left alone.

Bad:  ledger: 院长说，新的住院楼去年收治病人12640人次，比前一年多。 || 院长说：“新的住院楼去年收治病人⟦12460⟧人次，比前一年多。”
Bad:  source: "The new ferry carried 48,200 passengers in its first month," she said. || She said:
      "The new ferry carried ⟦42,800⟧ passengers in its first month."
Bad:  ledger: 院长说，新的住院楼去年收治病人12640人次，比前一年多。 || 院长说：“新的住院楼去年收治病人⟦一万二千四百六十⟧人次，比前一年多。”
Good: ledger: 院长说，新的住院楼去年收治病人12640人次，比前一年多。 || 院长说：“新的住院楼去年收治病人12,640人次，比前一年多。”
Good: ledger: 院长说，新的住院楼去年收治病人12640人次，比前一年多。 || 院长说：“新的住院楼去年收治病人一万二千六百四十人次，比前一年多。”
Good: source: "The new ferry carried 48,200 passengers in its first month," she said. || She said
      "the new ferry carried 48200 passengers in its first month".
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Document, Span
from factcheck.evidence.citing import place
from factcheck.evidence.quotations import Masked, Read, altered, inside, masked, quotations
from factcheck.finding import Edit, Finding, Fix
from factcheck.lexicon import fold
from factcheck.mention import Mention
from factcheck.messages import say
from factcheck.passage import passage

LEVEL = "error"


def check(case: Case) -> Iterator[Finding]:
    """Lay each quotation on the passages that it may be taken from."""
    if not (case.ledger or case.source_documents):
        return
    read = _read_in(case.mentions)
    quoted = [(document, span) for document in case.documents for span in quotations(document, read=read.get(id(document), []))]
    if not quoted:
        return
    cited = _read_in(case.source_mentions)
    known = [masked(fold(one.prefix + one.quote + one.suffix), read=_amount(one)) for one in case.ledger]
    known += [masked(passage(one).folded, read=cited.get(id(one), [])) for one in case.source_documents]
    for document, span in quoted:
        yield from _misquoted(document, span, case, known, inside(read.get(id(document), []), span))


def _read_in(mentions: Iterable[Mention]) -> dict[int, list[Read]]:
    """The numbers that were read in each document."""
    found: dict[int, list[Read]] = {}
    for mention in mentions:
        if mention.quantity is not None and mention.quantity.high is None:
            found.setdefault(id(mention.document), []).append((mention.number, Fraction(mention.quantity.value)))
    return found


def _amount(entry: Claim) -> list[Read]:
    """The amount of an entry in the words that its quote stands in."""
    start, figure = entry.quote.find(entry.text), entry.quantity
    if start < 0 or figure is None or figure.high is not None:
        return []
    return [(entry.mention.number.moved(len(entry.prefix) + start - entry.span.start), Fraction(figure.value))]


def _misquoted(document: Document, span: Span, case: Case, known: list[Masked], read: list[Read]) -> Iterator[Finding]:
    found = altered(passage(document).folded[span.start : span.end], known, read=read)
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
