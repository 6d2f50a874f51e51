"""What a command starts from: settings, documents, the ledger. What cannot be had is told, and the rest is done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.messages import LANGUAGES, Language
from factcheck.terminal import Problems

if TYPE_CHECKING:
    from factcheck.config import Configuration
    from factcheck.document import Document
    from factcheck.ledger import Ledger

DONE, FOUND, FAILED = 0, 1, 2

telling = click.option("--messages", type=click.Choice(LANGUAGES), help="The language in which findings are told.")


def as_day(words: str) -> date:
    """A day of the calendar as ISO 8601 writes it. Raises click.BadParameter where there is none that is written so."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise click.BadParameter(f'"{words}" is no day of the calendar; write year, month and day, such as 2024-02-01') from None


def configured(given: dict[str, Any]) -> Configuration:
    """The project's settings with what the command line says in their place. Raises ConfigurationError."""
    from factcheck import config

    settings = config.load(config.find(Path.cwd()))
    said = {key: value for key, value in given.items() if value not in (None, ())}
    for name, kind in (("claims", "folder"), ("baseline", "file")):
        if said.get(name) == "":
            # An unset variable of a script, not the wish to go without; Path("") would be this folder.
            raise config.ConfigurationError(
                f"--{name}: expected a {kind}, found an empty path; leave the option out, or name the {kind}"
            )
        if name in said:
            said[name] = Path(said[name])
    if "today" in said:
        expired = {**settings.checks.get("silence/expired", {}), "today": said.pop("today").isoformat()}
        said["checks"] = {**settings.checks, "silence/expired": expired}
    if "select" in said:
        # Who names a check on the command line means it, whatever the project ignores.
        said.setdefault("ignore", ())
    return settings.model_copy(update=said)


def spoken(problems: Problems, messages: Language | None) -> bool:
    """Take the language that was asked for, or that of the project; False, and told, where settings are broken."""
    from factcheck.config import ConfigurationError

    try:
        problems.language = configured({"messages": messages}).messages or "en"
    except ConfigurationError as error:
        problems.tell(error)
        return False
    return True


def read_all(paths: Iterable[str], problems: Problems) -> list[Document]:
    """The documents that can be read."""
    from factcheck.read import ReadError, find_drafts, read

    names, errors = find_drafts(paths)
    for error in errors:
        problems.tell(error)
    documents = []
    for name in names:
        try:
            documents.append(read(name))
        except ReadError as error:
            problems.tell(error)
    return documents


def load_ledger(folder: Path | None, problems: Problems) -> Ledger | None:
    """The ledger of a folder, None where there is none or it is broken."""
    if folder is None:
        return None
    from factcheck.ledger import Ledger, LedgerError

    try:
        return Ledger.load(folder)
    except LedgerError as error:
        problems.tell(error)
        return None


def ledger_at(folder: str | None) -> Ledger | None:
    """The ledger of a folder, the project's where none is named, `claims` where the project names none."""
    problems = Problems()
    return load_ledger(folder_at(folder, problems), problems)


def folder_at(folder: str | None, problems: Problems) -> Path | None:
    """The folder of a ledger: the one that is named, the project's, or `claims`; None, and told, where settings are broken."""
    from factcheck.config import ConfigurationError

    try:
        return configured({"claims": folder}).claims or Path("claims")
    except ConfigurationError as error:
        problems.tell(error)
        return None
