"""Extraction: from a document to its mentions and claims, and from documents to a case. One linear pass each, no model, no network."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from factcheck.case import Case
from factcheck.claim import Claim, Relation
from factcheck.document import Document
from factcheck.extract.about import Reader
from factcheck.extract.context import Context
from factcheck.extract.mentions import Found, find_mentions
from factcheck.extract.names import Name, Naming, find_names
from factcheck.extract.periods import document_date, resolve
from factcheck.extract.prepared import Prepared, prepare
from factcheck.extract.readings import ranked
from factcheck.extract.relations import find_relations
from factcheck.extract.statements import find_claims, source_of, typed
from factcheck.extract.supposed import Supposition, find_suppositions
from factcheck.extract.tables import bound, describe, find_tables, outside, tabled
from factcheck.lexicon import Word, finder
from factcheck.mention import Mention
from factcheck.period import Period

__all__ = ["Analysis", "analyse", "build", "claims", "extract"]


@dataclass(slots=True)
class Analysis:
    """All that reading one document gives."""

    document: Document
    mentions: list[Mention]
    contexts: list[Context]
    prepared: Prepared
    published: Period | None
    claims: list[Claim]
    relations: list[Relation]
    suppositions: list[Supposition] = field(default_factory=list)


@dataclass(slots=True)
class Parsed:
    """A document with its figures and names, before anything is said of what the figures are of."""

    prepared: Prepared
    found: Found
    published: Period | None
    names: list[Name]


def parse(document: Document, *, words: tuple[Word, ...] = (), names: bool = True) -> Parsed:
    """The figures of a document, and what it names. `words` are those of a ledger (subjects with their aliases)."""
    prepared = prepare(document, finder(words))
    found = find_mentions(prepared)
    published = Period(document.published.isoformat()) if document.published else document_date(prepared.folded, found.periods)
    date = published.start if published is not None else None
    found.periods = resolve(found.periods, published=date)
    return Parsed(prepared, found, published, find_names(prepared, found) if names else [])


def understand(parsed: Parsed, naming: Naming, *, claims: bool = True) -> Analysis:
    """What each figure of a document is about; `naming` says which names are of one thing."""
    prepared, found, published = naming.applied(parsed.prepared), parsed.found, parsed.published
    tables = find_tables(prepared, found, published=published)
    contexts = Reader(prepared, found, published, naming).contexts(tabled=tabled(tables))
    describe(prepared, found, tables, contexts)
    changed = typed(contexts, prepared)
    mentions = [changed.get(mention, mention) for mention in found.mentions]
    analysis = Analysis(prepared.document, mentions, contexts, prepared, published, [], [])
    if claims:
        analysis.claims = find_claims(prepared, contexts, source_of(prepared.document, published))
        claim_of = {id(context): claim for context, claim in zip(contexts, analysis.claims, strict=True)}
        told = find_relations(prepared, outside(tables, contexts), claim_of)
        analysis.relations = [*told, *bound(tables, contexts, claim_of)]
        analysis.suppositions = find_suppositions(prepared, contexts, analysis.claims)
    return analysis


def analyse(document: Document, *, words: tuple[Word, ...] = (), claims: bool = True) -> Analysis:
    """Read one document: its mentions, and what each is about."""
    parsed = parse(document, words=words, names=claims)
    return understand(parsed, Naming(parsed.names, finder(words)), claims=claims)


def as_document(thing: Document | str) -> Document:
    """A document, or a string taken for the text of one."""
    if isinstance(thing, Document):
        return thing
    if isinstance(thing, str):
        return Document(thing)
    raise TypeError(f"expected a Document or a str, got {type(thing).__name__}")


def extract(document: Document | str) -> list[Mention]:
    """The mentions of a document in reading order."""
    return analyse(as_document(document), claims=False).mentions


def claims(document: Document | str) -> list[Claim]:
    """What a document says, each figure with its source. Damaged figures are claims without a value."""
    return analyse(as_document(document)).claims


def build(
    documents: Iterable[Document], *, ledger: Iterable[Claim] = (), sources: Iterable[Document] = (), words: tuple[Word, ...] = ()
) -> Case:
    """The case of some documents: what a check may look at."""
    parsed = [parse(document, words=words) for document in documents]
    cited = [parse(document, words=words) for document in sources]
    before = [parse(one.prepared.document.earlier, words=words) for one in parsed if one.prepared.document.earlier is not None]
    naming = Naming((name for one in (*parsed, *cited) for name in one.names), finder(words))
    read = [understand(one, naming) for one in parsed]
    evidence = [understand(one, naming) for one in cited]
    case = Case(
        documents=tuple(analysis.document for analysis in read),
        mentions=tuple(mention for analysis in read for mention in analysis.mentions),
        claims=tuple(claim for analysis in read for claim in analysis.claims),
        relations=tuple(relation for analysis in read for relation in analysis.relations),
        ledger=tuple(ledger),
        sources=tuple(claim for analysis in evidence for claim in analysis.claims),
        names=tuple((word.text, word.meaning) for word in (*words, *naming.words) if word.kind == "entity"),
        source_documents=tuple(analysis.document for analysis in evidence),
        source_mentions=tuple(mention for analysis in evidence for mention in analysis.mentions),
        earlier_mentions=tuple(mention for one in before for mention in understand(one, naming).mentions),
    )
    return ranked(case, suppositions=[supposition for analysis in read for supposition in analysis.suppositions])
