"""What factcheck says of a draft, in the languages that a reader can choose.

A sentence is its English template and its operands. The template is its own key: a check reads as what it says, and `zh.toml` holds
what that is in Chinese, with the same operands. Operands that are said themselves (amounts, parts of a sentence) are said in the
language of the sentence; any other text is a quotation and stays as it is. In English, amounts stay as the draft writes them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, get_args

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Operand: TypeAlias = str | int


class Said(str):
    """Words of a message as they are printed by default, which can be said in another language."""

    __slots__ = ("rendered",)

    rendered: Callable[[Language], str]

    def __new__(cls, words: str, rendered: Callable[[Language], str]) -> Said:
        """Words, and the function that says them in a language."""
        made = super().__new__(cls, words)
        made.rendered = rendered
        return made

    def __reduce__(self) -> tuple[Callable[..., Said], tuple[str, dict[Language, str]]]:
        """A function cannot be sent to another process; what it says can."""
        return spoken, (str(self), {language: in_language(self, language) for language in LANGUAGES})


def spoken(words: str, others: Mapping[Language, str]) -> Said:
    """Words whose form in each language is known."""
    return Said(words, others.__getitem__)


def say(template: str, /, **operands: Operand) -> Said:
    """A sentence: an English template, and what stands in its braces.

    >>> sentence = say("{second} is before {first}", first="2021", second="2020")
    >>> sentence, in_language(sentence, "zh")
    ('2020 is before 2021', '2020 早于 2021')
    """

    def rendered(language: Language) -> str:
        known = translations(language).get(template, template)
        return known.format_map({name: in_language(operand, language) for name, operand in operands.items()})

    return Said(template.format_map(operands), rendered)


def chain(parts: Iterable[str], *, by: str = "") -> Said:
    """Parts one behind the other, each said in the language of the whole; what joins them is said too where `zh.toml` has it."""
    members = tuple(parts)

    def rendered(language: Language) -> str:
        mark = translations(language).get(by, by)
        return mark.join(in_language(member, language) for member in members)

    return Said(by.join(members), rendered)


def in_language(words: Operand, language: Language) -> str:
    """Words in a language; those that are not said but quoted stay as they are."""
    return words.rendered(language) if isinstance(words, Said) and language != "en" else str(words)


@cache
def translations(language: Language) -> Mapping[str, str]:
    """Every English template and joining mark with what it is in another language."""
    page = (Path(__file__).parent / f"{language}.toml").read_text(encoding="utf-8")
    return {english: other for sentences in tomllib.loads(page).values() for english, other in sentences.items()}
