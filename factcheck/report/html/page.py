"""What every page is: one shell with one style sheet, a policy that forbids all else, and words in the language of the reader."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from importlib import resources

from factcheck.engine import Report
from factcheck.messages import Language, in_language, say
from factcheck.report.excerpt import shown
from factcheck.wording import written_in

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def style() -> str:
    """The style sheet."""
    return resources.files("factcheck.report.html").joinpath("style.css").read_text(encoding="utf-8")


def page(body: str, *, title: str, language: Language, policy: str = POLICY, wide: bool = False) -> str:
    """A whole page around a body that is markup already; a `wide` one takes all the room that there is."""
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{text(in_language(title, language))}</title>
<style>
{style()}</style>
</head>
<body{' class="wide"' if wide else ""}>
<main>
{body}
</main>
</body>
</html>
"""


def text(words: str) -> str:
    """Words of a draft or a finding as text: never markup, and nothing that turns the line around."""
    return escape(shown(words))


def worded(words: str, language: Language) -> str:
    """What is said, as text in a language."""
    return text(in_language(words, language))


def choice(boxes: Sequence[tuple[str, str]], language: Language) -> str:
    """Boxes that hide what is not chosen, each with its key and its words; nothing for fewer than two. The style sheet does the hiding."""
    if len(boxes) < 2:
        return ""
    inside = "".join(
        f'<label><input type="checkbox" id="show-{key}" checked> {worded(words, language)}</label>' for key, words in boxes
    )
    return f'<fieldset class="legend choice"><legend>{worded(say("Show"), language)}</legend>{inside}</fieldset>'


def page_language(report: Report) -> Language:
    """The language of a page: the one that was chosen, else that of the first draft with findings, or of the first."""
    documents = [finding.document for finding in report.findings] + list(report.documents)
    return report.language or written_in(documents[0].text if documents else "")
