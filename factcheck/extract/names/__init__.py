"""What a document names: organisations, places, people and things that neither the lexicon nor the ledger knows, and their other names."""

from __future__ import annotations

from factcheck.extract.mentions import Found
from factcheck.extract.names.aliases import aliases
from factcheck.extract.names.han import han_names
from factcheck.extract.names.latin import Latin
from factcheck.extract.names.name import Name
from factcheck.extract.names.naming import Naming
from factcheck.extract.names.tabled import tabled_names
from factcheck.extract.prepared import Prepared

# Nothing is called by more characters; a row of words without a stop may be taken for a name.
LONGEST = 80

__all__ = ["Name", "Naming", "find_names"]


def find_names(prepared: Prepared, found: Found) -> list[Name]:
    """The names of a document, in reading order. A document without figures needs none."""
    if not found.mentions:
        return []
    names = [*Latin(prepared).names(), *han_names(prepared, found), *tabled_names(prepared)]
    known = [Name(token.start, token.end, prepared.document.text[token.start : token.end], prepared.folded[token.start : token.end])
             for token in prepared.of("entity")]  # fmt: skip
    names += aliases(prepared, [*names, *known])
    names = [name for name in names if len(name.key) <= LONGEST]
    return sorted(names, key=lambda name: (name.start, name.end))
