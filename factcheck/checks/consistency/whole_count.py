r"""A whole that was counted keeps its count when the text takes it up again.

"The plant employs 1,200 people … all 1,350 people employed there" counts the same people twice. Both figures must say that they are
the whole: one that it has them (现有, employs), the next that it means all of them (全厂, all). Compared are exact counts of three
digits and more in one sentence or two that follow each other. Left alone is what may be a part or another time: another noun, a
clause that narrows it (who, in, aged), others and newcomers, another year in one of the sentences.

Bad:  该校现有学生1860人。校长说，全校⟦1680名⟧学生都参加了这次活动。
Bad:  The yard employs 2,150 people. The owners promised that all ⟦2,510 people⟧ at the yard would be paid.
Good: 该校现有学生1860人。校长说，全校1860名学生都参加了这次活动。
Good: 该校现有学生1860人。校长说，全校1120名女生都参加了这次活动。
Good: The yard employs 2,150 people. The owners promised that all 1,900 people who had voted would be paid.
Good: The yard employs 2,150 people. All 640 people in the paint shop would be paid.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from factcheck.case import Case
from factcheck.claim import Claim
from factcheck.document import Span
from factcheck.evidence.citing import place
from factcheck.evidence.conversion import agree
from factcheck.evidence.statements import Statements, statements_of
from factcheck.finding import Checked, Finding, on
from factcheck.lexicon import Finder, Token, Word, fold, page
from factcheck.messages import say
from factcheck.passage import Passage, passage
from factcheck.pattern import lazy_pattern

LEVEL = "warning"
DIGITS = 3
# How many counts back the first one may lie, and how many words may stand in "all of the plant's 1,350 workers".
BACK = 3
BETWEEN = 3
# How far behind a figure its noun and the words that narrow it may reach, in code points.
NOUN = 40
CLAUSE = 200
# English words are taken for forms of one where they begin alike: employs, employed.
STEM = 5
# 全厂共1350人, 全厂的1350名员工
FILLERS = "共的这总 "
HAN = lazy_pattern(r"[\u3400-\u9fff]")
WORD = lazy_pattern(r"[a-z]+")


def check(case: Case) -> Iterator[Finding | Checked]:
    """Compare each count that means all of something with the count that the text gave before."""
    statements = statements_of(case)
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
        message = say(
            '"{later}" takes up the "{earlier}" of {where} as the whole, and is another number',
            later=later.text,
            earlier=earlier.text,
            where=where,
        )
        working = [
            say('"{earlier}" and "{later}" are both said of all of them', earlier=earlier.text, later=later.text),
            say("one of the two would have to be the other"),
        ]
        yield on(later, message, because=(earlier, later), working=working)


def _counts(claim: Claim) -> bool:
    """Whether a figure counts one by one: exact, without a scale word, of three digits and more."""
    quantity = claim.quantity
    if (
        quantity is None
        or claim.mention.kind != "count"
        or quantity.hedge != "exact"
        or quantity.high is not None
        or quantity.decimals
    ):
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
        # "1,764 came in, three for each of the 588 places": its own noun does not make a figure known.
        spoken = found.folded[sentence.start : min(sentence.end, later.span.start)]
        if (
            _same_whole(found, cue, later, spoken)
            and _same_noun(found, earlier, cue, later, spoken)
            and not _narrowed(found, later, spoken)
        ):
            return earlier
    return None


def _cue(found: Passage, claim: Claim, *kinds: str) -> Token | None:
    """The last word of one of these kinds in front of a figure; None where another says that some are left out, or then is not now."""
    end = claim.mention.number.start
    sentence, clause = found.sentence(end).start, found.clause(end).start
    words = found.tokens(Span(sentence, end), _finder())
    if any(token.has("otherwise") or (token.has("apart") and token.start >= clause) for token in words):
        return None
    return next((token for token in reversed(words) if token.start >= clause and any(token.has(kind) for kind in kinds)), None)


def _same_whole(found: Passage, cue: Token, later: Claim, spoken: str) -> bool:
    """Whether nothing between "all" and the figure names another whole than the sentence before: 全厂 needs 厂 there."""
    between = found.folded[cue.end : later.mention.number.start]
    if cue.has("entire") and found.folded[cue.end - 1] not in spoken:
        return False
    if HAN.search(between.strip(FILLERS)):
        return False
    words = WORD.findall(between)
    return len(words) <= BETWEEN and _known(words, spoken)


def _same_noun(found: Passage, earlier: Claim, cue: Token, later: Claim, spoken: str) -> bool:
    """Whether both count the same: the noun of the later figure stands in the sentence of the earlier one, or means everyone there."""
    rest = found.folded[later.mention.number.end : later.mention.number.end + NOUN].lstrip()
    if HAN.match(rest):
        # The classifier, and the noun that it belongs to: 名员工; 人 and 户 are nouns themselves.
        noun = rest[1:3] if HAN.match(rest, 1) and rest[0] not in "人户" else rest[0]
    else:
        noun = next(iter(WORD.findall(rest)), "")
        if noun in _words()["auxiliary"]:
            # "its entire workforce of 1,350 will": the noun stands in front.
            noun = next(iter(WORD.findall(found.folded[cue.end : later.mention.number.start])), "")
    if not noun or noun in spoken or (noun.isascii() and _known([noun], spoken)):
        return bool(noun)
    if noun in _words()["people"]:
        return any(word in spoken for word in _words()["people"])
    hired = any(token.has("hires") for token in _finder().tokens(spoken))
    return later.measure is not None and (later.measure == earlier.measure or (later.measure == "employees" and hired))


def _narrowed(found: Passage, later: Claim, spoken: str) -> bool:
    """Whether words behind the noun leave some out: "who had voted", "in the paint shop"; not "employed at the plant"."""
    end = later.mention.number.end
    words = WORD.findall(found.folded[end : min(found.sentence(end).end, end + CLAUSE)])[1:]
    known = _words()
    if not words or not (words[0] in known["restricting"] | known["participles"] or words[0].endswith(("ed", "ing"))):
        return False
    verb = next((number for number, word in enumerate(words) if word in known["auxiliary"]), len(words))
    return not _known([word for word in words[:verb] if word not in known["restricting"] or word in known["relative"]], spoken)


def _known(words: Sequence[str], spoken: str) -> bool:
    """Whether a text has all these words, in one form or another; articles and the like count as known."""
    stems = {word[:STEM] for word in WORD.findall(spoken)}
    return all(word[:STEM] in stems or word in _words()["neutral"] or len(word) == 1 for word in words)


@cache
def _words() -> dict[str, frozenset[str]]:
    words = page("restating.toml")
    names = ("auxiliary", "participles", "people", "relative", "restricting")
    return {name: frozenset(words["whole"][name]) for name in names} | {"neutral": frozenset(words["neutral"]["en"])}


@cache
def _finder() -> Finder:
    kinds = ("stated", "every", "entire", "apart", "otherwise", "hires")
    return Finder(Word(fold(word), kind, kind) for kind in kinds for word in page("restating.toml")["whole"][kind])
