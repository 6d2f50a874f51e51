"""Whatever factcheck says can be said in Chinese, with the same figures in it."""

import ast
import calendar
import re
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from factcheck import Document, check, lexicon, registry, wording
from factcheck.coverage import VERDICTS
from factcheck.evidence.citing import DATINGS
from factcheck.finding import LEVELS
from factcheck.messages import LANGUAGES, chain, in_language, say, translations
from factcheck.report import github
from factcheck.report.dossier import tables
from factcheck.report.html.marks import UNCHECKED
from factcheck.report.sheet import entries as sheet
from factcheck.report.text import SILENCED
from tests.checks.test_examples import EXAMPLES, checked, marked, options

ROOT = Path(__file__).resolve().parents[1] / "factcheck"
FIELD = re.compile(r"\{(\w+)\}")
WORD = re.compile(r"[A-Za-z]{2,}")
OTHERS = [language for language in LANGUAGES if language != "en"]
# Names that are no words of English: standards, encodings, what a comment is written with.
NAMES = {
    "GB",
    "UTF",
    "GBK",
    "Latin",
    "kloc",
    "Rs",
    "ri",
    "XX",
    "XXXX",
    "document",
    "ignore",
    "reason",
    "until",
    "unit",
    "family",
    "name",
}
NAMES |= {"ledger", "source", "before", "YYYY", "MM"}
# What a repair writes into an English draft.
NAMES |= {"am", "as", "nd", "of", "or", "pm", "st", "th"}
# A reading is shown as it would be written into the draft.
WRITTEN = {*calendar.month_name, *lexicon.page("display.toml")["scale"]["en"]}
# What is said by a key, and where the keys are.
TABLES = {
    "levels": LEVELS,
    "verdicts": (*VERDICTS, UNCHECKED),
    "silences": tuple(SILENCED.values()),
    "datings": tuple(DATINGS.values()),
    "statuses": sheet.STATUSES,
    "columns of the sheet": sheet.COLUMNS,
    "columns of the dossier": tables.COLUMNS,
    "columns of the summary": github.COLUMNS,
    "marks": get_args(tables.Mark),
    "kinds": tuple(wording.KINDS.values()),
    "hedges": tuple(wording.HEDGES.values()),
}
# Drafts that have of everything: findings of every level, damage, conflicts and series, scopes, figures that nothing is known of.
PAGES = (
    Document(
        "截至2021年6月30日，腾讯注册用户达1090,000人，累计500,000人次。营收由100.0亿元增长20.0%至130.0亿元。现场有3-4万人。",
        name="甲.md",
    ),
    Document(
        "截至2021年6月30日，腾讯员工为8,5000人。2020年腾讯营收为4820.6亿元，水深12米，比分3:2。<!-- factcheck: ignore[unit] -->",
        name="乙.md",
    ),
    Document("2020年腾讯营收为4280.6亿元，2021年腾讯营收为5601.2亿元，2019年超过3700亿元。", name="丙.md"),
)
MARKUP = re.compile(r"<style>.*?</style>|<[^>]*>|&\w+;", re.DOTALL)
# Keys that are words already, with blanks for their underscores.
AGAINST = ("year on year", "quarter on quarter", "month on month", "since launch")


def constants():
    """Every string that the package holds."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def templates():
    """Every template that is written where it is said."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and first.value:
                    yield first.value


def said(finding):
    """Everything that a finding says."""
    yield finding.message
    yield from finding.working
    for reading in finding.readings:
        yield reading.why
        yield from (support.words for support in reading.support)
    yield from (fix.label for fix in finding.fixes)


@pytest.mark.parametrize("language", OTHERS)
def test_every_template_is_translated(language):
    """A template that is said has its sentence in each language."""
    missing = sorted({template for template in templates() if template not in translations(language)})

    assert [] == missing


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("words", TABLES, ids=TABLES.keys())
def test_every_word_of_a_table_is_translated(words, language):
    """Words that are said by a key (columns, statuses, verdicts, kinds) have theirs in each language too."""
    assert [] == sorted({word for word in TABLES[words] if word and word not in translations(language)})


@pytest.mark.parametrize(
    "name", ["text", "html", "sheet.markdown", "sheet.comma", "sheet.page", "dossier.markdown", "dossier.page"]
)
def test_reports_are_told_in_chinese(name):
    """What readers look at holds no English in Chinese but what the drafts hold, the names of checks, and markup."""
    page = import_module(f"factcheck.report.{name}").render(check(PAGES, messages="zh"))
    allowed = {
        word.lower()
        for piece in (*(one.text + one.name for one in PAGES), *registry.known(), *NAMES, "factcheck")
        for word in WORD.findall(piece)
    }

    assert set() == {word.lower() for word in WORD.findall(MARKUP.sub(" ", page))} - allowed


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_holds_what_its_template_holds(language):
    """The same names stand in braces on both sides."""
    differing = [
        template for template, other in translations(language).items() if set(FIELD.findall(template)) != set(FIELD.findall(other))
    ]

    assert [] == differing


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_left_over(language):
    """Each template of the page is still said somewhere; what is counted is put together from its noun."""
    known = {*constants(), *calendar.month_name, *calendar.day_name, *AGAINST, *sheet.COLUMNS}
    left = [template for template in translations(language) if template not in known and not template.startswith("{number} ")]

    assert [] == left


@pytest.mark.parametrize(
    ("name", "text"),
    [(name, text) for name, kind, text in EXAMPLES if kind == "Bad"],
    ids=[f"{name} {text[:40]}" for name, kind, text in EXAMPLES if kind == "Bad"],
)
def test_findings_are_told_in_chinese(name, text):
    """What a check says of its bad examples holds no English but what the examples hold, units and names."""
    documents, _ = marked(text)
    units = {word for unit in lexicon.units().values() for word in (unit.name, *unit.words)}
    allowed = {word.lower() for piece in (text, *units, *NAMES, *WRITTEN) for word in WORD.findall(piece)}
    report = checked(documents, name, options(registry.load(name).page, text)).in_language("zh")

    assert "zh" == report.language
    for finding in report.findings:
        for words in said(finding):
            subjects = {claim.subject for claim in finding.because if hasattr(claim, "subject") and claim.subject}
            known = allowed | {word.lower() for subject in subjects for word in WORD.findall(subject)}
            assert set() == {word.lower() for word in WORD.findall(words)} - known, words


def test_a_sentence_is_said_in_both_languages():
    """Operands that are said follow the sentence, quotations stay, and English is what is printed."""
    sentence = say("{second} is before {first}", first="June 2021", second=say("no date"))

    assert "no date is before June 2021" == sentence == in_language(sentence, "en")
    assert "无日期 早于 June 2021" == in_language(sentence, "zh")
    assert "无日期或日期" == in_language(chain([say("no date"), say("date")], by=" or "), "zh")
    assert "as it is" == in_language("as it is", "zh")


def test_a_report_is_told_in_the_language_that_is_asked_for():
    """`messages` chooses the language of the findings; their places, and what a repair writes, are the same."""
    text = "He ran the museum from 1990 to 1998, a term of 12 years. The fund holds 1.25 billion yuan (125亿元)."
    english, chinese = check(text), check(text, messages="zh")

    assert [finding.span for finding in english.findings] == [finding.span for finding in chinese.findings]
    assert [finding.fingerprint for finding in english.findings] == [finding.fingerprint for finding in chinese.findings]
    assert "“1990 to 1998”为 8年，首尾都算则为 9，不是 12" == chinese.findings[0].message
