"""No word or sign is read in the wrong encoding.

UTF-8 read as Latin-1 prints Â£ for £, read as GBK it prints 鐨勬槸 for 的是; GBK read as Latin-1 prints ¡æ for ℃. Where a double-byte
character lost its first byte, the bytes behind it pair up one off until an ASCII letter takes the odd one (。回歸 reads ；貧w); where a
table of glosses was applied one byte off, half a gloss stands in a word (當?shù)蒯). A repair is shown where reading the bytes again
gives plain signs or common Chinese; □ stands for what is lost. ?? before a number is a lost blank; the backtick that some fonts print
for ₹ is a note. Left alone: accented words, ¡Ándale!, letters in Chinese words (A股, B端), question marks, code in backticks.

Bad:  The fee is ⟦Â£500⟧ for the café, a word in quotes: ⟦â€œ⟧so.
Bad:  The outlay is ⟦` 5,000 crore⟧ this year and ⟦` 6,200 crore⟧ the next.
Bad:  It covers an area of ??⟦27,800 square kilometers⟧ in the north.
Bad:  夏季平均气温为⟦20.6¡æ⟧。
Bad:  文件开头写着⟦鐨勬槸⟧两个字。
Bad:  行業迎來轉機⟦;貧w⟧此次財報，平台整合當⟦?shù)⟧蒯療資源。
Good: The fee is £500 at the São Paulo café, à côté; is it true?? 27 people say so. ¡Ándale!
Good: Set `5 per cent` or `12` in the file, or ` 3 ` with blanks.
Good: 夏季平均气温为20.6℃，鐨和锛都是生僻字。
Good: 行業迎來轉機;B端收入見長，A股大漲!C端也一樣，整合了資源嗎?數(shù)據顯示如此。
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from factcheck import lexicon
from factcheck.case import Case
from factcheck.document import Document, Span
from factcheck.evidence.mending import unreadable
from factcheck.evidence.recoding import SIGNS, from_double_bytes, from_latin, leading_utf8, paired_again
from factcheck.finding import Edit, Finding, Fix
from factcheck.mention import Mention, Reading
from factcheck.messages import say
from factcheck.pattern import lazy_pattern

LEVEL = "warning"
CONTEXT = 3  # characters shown on either side of what cannot be read back
LOST = "□"

LATIN_FIRST = lazy_pattern("[ÂÃÎÏâ-ïð]")
HIGH_BYTE = lazy_pattern("[\u00a1-\u00fe]")
CHINESE = r"\u3007\u3105-\u312f\u3400-\u9fff"
# Bytes 80–BF as Latin-1 and as Windows-1252 show them: the second and later bytes of a UTF-8 character.
LATER = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
LATIN = lazy_pattern(
    rf"""
      (?: [ÂÃÎÏ][{LATER}]      # Â£
        | [â-ï][{LATER}]{{2}}  # â€™
        | ð[{LATER}]{{3}} )+   # an emoji
    | â€                       # ” with its third byte dropped
    | (?<=\d)Â(?=[ \d])        # 1Â 200: a no-break space, its second byte made a blank or dropped
    """,
    re.VERBOSE,
)
# ` 5,000 crore: an opening tick that no other closes behind a word, with what is counted in rupees or a grouped number
BACKTICK = lazy_pattern(
    r"""(?<![`\w])`[ ]?(?P<digits>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?(?=[ ]?(?:lakh|crore|million|billion|trillion)))
    (?:[ ]?(?P<scale>lakh|crore|million|billion|trillion)\b)?(?![^`\n]{0,80}[^`\s(]`(?![ ]?\d))""",
    re.VERBOSE,
)
LEFT_OVER = {"â€": "”", "Â": " "}
CURRENCIES = {"£": "GBP", "€": "EUR", "¥": "CNY", "￥": "CNY"}
SIGN_UNITS = {**CURRENCIES, "℃": "°C", "°C": "°C", "°": "degree", "º": "degree"}
DASHES = "–—−"
YEAR = lazy_pattern(r"(?:1\d|20)\d\d")
CELSIUS = lazy_pattern(r"[ ]?[Cc]\b")
MARK = lazy_pattern(rf"[!,.:;?()？][{CHINESE}a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿɑɡü]")  # where one of these can begin
UNPAIRED = lazy_pattern(
    rf"""
      (?<=[{CHINESE}])(?P<run>[!,.:;?()][{CHINESE}]{{1,8}}[@-Z\\^-z|~])(?=[{CHINESE}，。；：！？、!,.:;?\s]|\Z)          # 機;貧w到
    | (?<=[{CHINESE}])(?P<gloss>[?？][a-zɑɡü]{{0,4}}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zɑɡü]{{0,3}}[)）])(?=[{CHINESE}])  # 當?shù)蒯
    """,
    re.VERBOSE,
)


@cache
def _double_bytes() -> re.Pattern[str]:
    """Signs of Chinese pages as Latin-1 shows their bytes (£¬ for ，), and four such bytes in a row.

    A mark and a letter open Spanish words (¡Ándale!): such a pair counts only behind a digit.
    """
    seen = sorted(sign.encode("gbk").decode("latin-1") for sign in SIGNS)
    plain = "|".join(re.escape(pair) for pair in seen if not pair[1].isalpha())
    lettered = "|".join(re.escape(pair) for pair in seen if pair[1].isalpha())
    return lazy_pattern(rf"(?:{plain})+|(?<=\d)(?:{lettered})|(?<=\d[ ])(?:{lettered})|[\u00a1-\u00fe]{{4,}}")


@cache
def _utf8_as_gbk() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Runs of Chinese that begin as the first two bytes of UTF-8 for 2000–9FFF do: 鐨, 銆, 鈥, none a usual character; and these first."""
    pairs = (bytes((lead, later)) for lead in range(0xE2, 0xEA) for later in range(0x80, 0xC0))
    first = rf"[{''.join(sorted({pair.decode('gbk', 'ignore') for pair in pairs} - {''}))}]"
    return lazy_pattern(first), lazy_pattern(rf"{first}[\u3400-\u9fff\ue000-\uf8ff€]{{2,}}")


def check(case: Case) -> Iterator[Finding]:
    """Report figures with spoilt signs, and every run that reads well in another encoding."""
    yield from unreadable(case, "mojibake")
    for document in case.documents:
        beside = _Beside(case, document)
        for start, run, repaired, how in _recoded(document.text):
            span = Span(start, start + len(run))
            fixes = (Fix(say("write {repaired}", repaired=repaired), (Edit(span, repaired),)),) if repaired.strip() else ()
            message = say("{run} is {words} {how}", run=run, words=repaired if repaired.strip() else say("a blank"), how=say(how))
            whole, readings = beside.figure(span, repaired)
            yield Finding(document, whole, message, readings=readings, fixes=fixes)
        yield from _unpaired(document)
        yield from _backticks(document)


class _Beside:
    """The figures of a document by where they start and end: a spoilt sign is reported with the figure that it belongs to."""

    def __init__(self, case: Case, document: Document) -> None:
        self.document = document
        figures = [mention for mention in case.of(document) if mention.damage is None and (mention.quantity or mention.period)]
        self.starting = {mention.number.start: mention for mention in figures}
        self.ending = {mention.number.end: mention for mention in figures}

    def figure(self, span: Span, sign: str) -> tuple[Span, tuple[Reading, ...]]:
        """The span of a sign with the figure that it touches, over one blank, and the reading of that with the unit that the sign gives it."""
        text = self.document.text
        behind, before = self._at(self.starting, span.end, 1), self._at(self.ending, span.start, -1)
        if sign in DASHES and behind is not None and before is not None:
            years = before.number_text, behind.number_text
            if all(map(YEAR.fullmatch, years)):
                return Span(before.number.start, behind.number.end), (
                    Reading("/".join(years), None, "a dash stands between two years"),
                )
        figure = behind if sign in CURRENCIES and behind is not None else before or behind
        unit = SIGN_UNITS.get(sign)
        if figure is None or figure.quantity is None or (unit is None and sign.strip()):
            return span, ()
        end = span.end
        if unit == "degree" and (celsius := CELSIUS.match(text, end)):
            unit, end = "°C", celsius.end()
        whole = Span(min(span.start, figure.number.start), max(end, figure.number.end))
        return whole, (
            Reading(
                figure.quantity.value,
                unit or figure.quantity.unit,
                say("the sign beside it is {words}", words=sign.strip() or say("a blank")),
            ),
        )

    def _at(self, figures: Mapping[int, Mention], place: int, step: int) -> Mention | None:
        beyond = place if step > 0 else place - 1
        return figures.get(place) or (figures.get(place + step) if self.document.text[beyond : beyond + 1] == " " else None)


def _recoded(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Each run that reads well in another encoding: where it starts, the run, what it says, and what happened to it."""
    for match in _beginning(LATIN_FIRST, LATIN, text):
        repaired = LEFT_OVER.get(match[0]) or from_latin(match[0])
        if repaired is not None:
            yield match.start(), match[0], repaired, "in UTF-8, read as Latin-1"
    for match in _beginning(HIGH_BYTE, _double_bytes(), text):
        repaired = from_double_bytes(match[0])
        if repaired is not None:
            yield match.start(), match[0], repaired, "in GBK, read as Latin-1"
    for match in _beginning(*_utf8_as_gbk(), text):
        repaired = leading_utf8(match[0])
        if len(repaired) > 1:
            length = -(-len(repaired.encode("utf-8")) // 2)
            yield match.start(), match[0][:length], repaired, "in UTF-8, read as GBK"


def _beginning(first: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, none inside another, tried only where its first character stands: most of a text has none of these."""
    reached = 0
    for place in (match.start() for match in first.finditer(text)):
        if place >= reached and (found := pattern.match(text, place)) is not None:
            reached = found.end()
            yield found


def _unpaired(document: Document) -> Iterator[Finding]:
    """Runs of Chinese whose bytes are paired one off."""
    for match in _beginning(MARK, UNPAIRED, document.text):
        before = document.text[max(0, match.start() - CONTEXT) : match.start()]
        behind = document.text[match.end() : match.end() + CONTEXT]
        span, words = Span(match.start(), match.end()), before + match[0] + behind
        if match["gloss"]:
            yield Finding(
                document,
                span,
                say("{words} is damaged: a character before {match} was lost in a wrong conversion", words=words, match=match[0]),
            )
            continue
        repaired = paired_again(match["run"])
        if repaired is not None:
            yield Finding(
                document,
                span,
                say(
                    "{words} lost the first byte of a character: the rest reads {before}{lost}{repaired}{behind}",
                    words=words,
                    before=before,
                    lost=LOST,
                    repaired=repaired,
                    behind=behind,
                ),
            )


def _backticks(document: Document) -> Iterator[Finding]:
    if "`" not in document.text:
        return
    for match in BACKTICK.finditer(document.text):
        scale = lexicon.page("numerals.toml")["en"]["scale"][match["scale"]] if match["scale"] else 0
        value = Decimal(match["digits"].replace(",", "")) * 10**scale
        reading = Reading(value, "INR", say("` is the sign ₹ in a font that is lost"))
        span = Span(match.start(), match.end())
        fix = Fix(say("write {repaired}", repaired="₹"), (Edit(Span(match.start(), match.start() + 1), "₹"),))
        yield Finding(
            document, span, say("` stands for ₹ in {match}", match=match[0]), readings=(reading,), fixes=(fix,), level="note"
        )
