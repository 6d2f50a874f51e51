r"""A whole that was counted keeps its count when the text takes it up again.

"The plant employs 1,200 people … all 1,350 people employed there" counts the same people twice. Both figures must say that they are
the whole: one that it has them (现有, employs), the next that it means all of them (全厂, all). Compared are exact counts of three
digits and more in one sentence or two that follow each other. Left alone is what may be a part or another time: another noun, a
clause that narrows it (who, in, aged), others and newcomers, a year in one of the sentences, words of change.

Bad:  该校现有学生1860人。校长说，全校⟦1680名⟧学生都参加了这次活动。
Bad:  The yard employs 2,150 people. The owners promised that all ⟦2,510 people⟧ at the yard would be paid.
Good: 该校现有学生1860人。校长说，全校1860名学生都参加了这次活动。
Good: 该校现有学生1860人。校长说，全校1120名女生都参加了这次活动。
Good: The yard employs 2,150 people. The owners promised that all 1,900 people who had voted would be paid.
Good: The yard employs 2,150 people. All 640 people in the paint shop would be paid.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from factcheck.agreement import agree
from factcheck.case import Case
from factcheck.citing import place
from factcheck.claim import Claim
from factcheck.finding import Checked, Finding, on
from factcheck.lexicon import Finder, Token, Word, fold, page
from factcheck.statement import Statements
from factcheck.surroundings import Passage, moved, passage

LEVEL = "warning"
DIGITS = 3
# How many counts back the first one may lie, and how many words may stand in "all of the plant's 1,350 workers".
BACK = 3
BETWEEN = 3
# English words are taken for forms of one where they begin alike: employs, employed.
STEM = 5
HAN = re.compile(r"[\u3400-\u9fff]")
WORD = re.compile(r"[a-z]+")


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare each count that means all of something with the count that the text gave before."""
    statements = Statements(case)
    for _, claims in groupby(case.claims, key=lambda claim: id(claim.document)):
        counts = [claim for claim in claims if _counts(claim)]
        for number, later in enumerate(counts):
            earlier = _taken_up(counts[max(0, number - BACK) : number], later, statements)
            if earlier is not None:
                yield from _compared(earlier, later)


def _compared(earlier: Claim, later: Claim) -> Iterator[Finding | Checked]:
    assert earlier.quantity is not None and later.quantity is not None
    verdict = agree([earlier.quantity, later.quantity])
    yield Checked((earlier, later), verdict)
    if verdict == "disagrees":
        where = place(earlier.document, earlier.span.start)
        message = f'"{later.text}" takes up the "{earlier.text}" of {where} as the whole, and is another number'
        working = [f'"{earlier.text}" and "{later.text}" are both said of all of them', "one of the two would have to be the other"]
        yield on(later, message, because=(earlier, later), working=working)


def _counts(claim: Claim) -> bool:
    """Whether a figure counts one by one: exact, without a scale word, of three digits and more."""
    quantity = claim.quantity
    if quantity is None or claim.mention.kind != "count" or quantity.hedge != "exact" or quantity.high is not None or quantity.decimals:
        return False
    return sum(character.isdecimal() for character in claim.mention.number_text) >= DIGITS


def _taken_up(before: Sequence[Claim], later: Claim, statements: Statements) -> Claim | None:
    """The count that a later one takes up again: of the same noun, in its sentence or the one before, each said to be the whole."""
    found = passage(later.document)
    cue = _cue(found, later, "every", "entire")
    if cue is None:
        return None
    for earlier in reversed(before):
        if found.number(later.span.start) - found.number(earlier.span.start) > 1:
            return None
        if _cue(found, earlier, "stated") is None or not statements.asserts(earlier) or statements.moves(earlier, later):
            continue
        sentence = found.sentence(earlier.span.start)
        spoken = found.folded[sentence.start : sentence.end]
        if _same_whole(found, cue, later, spoken) and _same_noun(found, earlier, later, spoken) and not _narrowed(found, later, spoken):
            return earlier
    return None


def _cue(found: Passage, claim: Claim, *kinds: str) -> Token | None:
    """The last word of one of these kinds in front of a figure; None where another says that some are left out."""
    start = found.clause(claim.mention.number.start).start
    words = moved(_finder().tokens(found.folded[start : claim.mention.number.start]), start)
    if any(token.has("apart") for token in words):
        return None
    return next((token for token in reversed(words) if any(token.has(kind) for kind in kinds)), None)


def _same_whole(found: Passage, cue: Token, later: Claim, spoken: str) -> bool:
    """Whether nothing between "all" and the figure names another whole than the sentence before: 全厂 needs 厂 there."""
    between = found.folded[cue.end : later.mention.number.start]
    if cue.has("entire") and found.folded[cue.end - 1] not in spoken:
        return False
    if HAN.search(between):
        return False
    words = WORD.findall(between)
    return len(words) <= BETWEEN and _known(words, spoken)


def _same_noun(found: Passage, earlier: Claim, later: Claim, spoken: str) -> bool:
    """Whether both count the same: the noun of the later figure stands in the sentence of the earlier one, or has its measure."""
    rest = found.folded[later.mention.number.end : later.mention.number.end + 40].lstrip()
    if HAN.match(rest):
        # The classifier, and the noun that it belongs to: 名员工; 人 and 户 are nouns themselves.
        noun = rest[1:3] if HAN.match(rest, 1) and rest[0] not in "人户" else rest[0]
        return noun in spoken
    words = WORD.findall(rest)
    if not words:
        return False
    if _known(words[:1], spoken):
        return True
    hired = any(token.has("hires") for token in _finder().tokens(spoken))
    return later.measure is not None and (later.measure == earlier.measure or (later.measure == "employees" and hired))


def _narrowed(found: Passage, later: Claim, spoken: str) -> bool:
    """Whether words behind the noun leave some out: "who had voted", "in the paint shop"; not "employed at the plant"."""
    sentence = found.sentence(later.span.start)
    words = WORD.findall(found.folded[later.mention.number.end : min(sentence.end, later.mention.number.end + 200)])[1:]
    page_words = _words()
    if not words or not (words[0] in page_words["restricting"] or words[0].endswith(("ed", "ing"))):
        return False
    verb = next((number for number, word in enumerate(words) if word in page_words["auxiliary"]), len(words))
    return not _known([word for word in words[:verb] if word not in page_words["restricting"] or word in page_words["relative"]], spoken)


def _known(words: Sequence[str], spoken: str) -> bool:
    """Whether a text has all these words, in one form or another; articles and the like count as known."""
    stems = {word[:STEM] for word in WORD.findall(spoken)}
    return all(word[:STEM] in stems or word in _words()["neutral"] or len(word) == 1 for word in words)


@cache
def _words() -> dict[str, frozenset[str]]:
    words = page("restating.toml")
    return {name: frozenset(words["whole"][name]) for name in ("restricting", "relative", "auxiliary")} | {"neutral": frozenset(words["neutral"]["en"])}


@cache
def _finder() -> Finder:
    kinds = ("stated", "every", "entire", "apart", "hires")
    return Finder(Word(fold(word), kind, kind) for kind in kinds for word in page("restating.toml")["whole"][kind])
