"""What a project has settled: `[tool.factcheck]` of its pyproject.toml, or its factcheck.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck import registry
from factcheck.guess import did_you_mean
from factcheck.lexicon import HOUSE_NAME, YEAR_END, Word, fold, measures
from factcheck.messages import LANGUAGES, Language
from factcheck.profile import profiles

FILES = ("factcheck.toml", "pyproject.toml")
FailOn = Literal["error", "warning", "note", "never"]


class ConfigurationError(ValueError):
    """A configuration that cannot be used; the message names file and key."""


class Entity(BaseModel):
    """Someone drafts write about: other names, and the last day of the fiscal year as MM-DD."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    aliases: tuple[str, ...] = Field(default=(), description="a list of other names")
    fiscal_year_end: str | None = Field(
        default=None, alias="fiscal-year-end", pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", description='a day as "03-31"'
    )


class House(BaseModel):
    """The words of the house: names that hold no figure, and what the house calls a measure that factcheck knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: tuple[str, ...] = Field(default=(), description="a list of names that are never read as figures")
    measures: dict[str, str] = Field(default_factory=dict, description="a table of words and the measures that they mean")


class Configuration(BaseModel):
    """The settings of a project: `claims` is the ledger's folder, `baseline` the file of known findings, `checks` each check's options."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    select: tuple[str, ...] = Field(default=(), description="a list of checks and families")
    ignore: tuple[str, ...] = Field(default=(), description="a list of checks and families")
    claims: Path | None = Field(default=None, description="the path of a folder, in quotes")
    fail_on: FailOn = Field(default="error", alias="fail-on", description=f"one of {', '.join(get_args(FailOn))}")
    profile: str = Field(default="default", description=f"one of {', '.join(profiles())}")
    messages: Language | None = Field(default=None, description=f"one of {', '.join(LANGUAGES)}")
    baseline: Path | None = Field(default=None, description="the path of a file, in quotes")
    per_file_ignores: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, alias="per-file-ignores", description="a table of lists of checks and families, by pattern of a path"
    )
    entities: dict[str, Entity] = Field(default_factory=dict, description="a table of names, each with aliases and fiscal-year-end")
    words: House = Field(default=House(), description="a table of names and measures")
    checks: dict[str, dict[str, Any]] = Field(default_factory=dict, description="a table of options for each check")
    path: Path | None = Field(default=None, exclude=True)

    def lexicon(self) -> tuple[Word, ...]:
        """The entities and the words of the house as words of the lexicon."""
        found = [Word(fold(name), HOUSE_NAME, name) for name in self.words.names]
        found += [Word(fold(word), "measure", measure) for word, measure in self.words.measures.items()]
        for name, one in self.entities.items():
            found += [Word(fold(word), "entity", name) for word in (name, *one.aliases)]
            if one.fiscal_year_end is not None:
                found.append(Word(fold(name), YEAR_END, one.fiscal_year_end))
        return tuple(found)

    def failing(self) -> FailOn:
        """The level that makes a run fail: that of the settings, else that of the profile."""
        return self.fail_on if "fail_on" in self.model_fields_set else profiles()[self.profile].fail_on

    def arguments(self) -> dict[str, Any]:
        """What `factcheck.engine.check` takes of the settings, as keyword arguments."""
        profile = profiles()[self.profile]
        return {
            "select": self.select,
            # Who names a check means it, whatever the profile leaves out.
            "ignore": self.ignore if self.select else (*profile.ignore, *self.ignore),
            "profile": profile,
            "options": self.checks,
            "per_file_ignores": self.per_file_ignores,
            "words": self.lexicon(),
            "messages": self.messages,
        }


def schema() -> dict[str, Any]:
    """The JSON Schema of `[tool.factcheck]`, of a whole factcheck.toml."""
    made = Configuration.model_json_schema(by_alias=True)
    made["properties"].pop("path")
    names = [*registry.known(), *sorted({name.partition("/")[0] for name in registry.known()})]
    for key in ("select", "ignore"):
        made["properties"][key]["items"] = {"enum": names}
    made["properties"]["checks"]["propertyNames"] = {"enum": [*registry.known()]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "factcheck", **made}


def find(start: Path) -> Path | None:
    """The nearest configuration at or above a folder: a factcheck.toml, or a pyproject.toml that has `[tool.factcheck]`."""
    for folder in (start, *start.parents):
        for name in FILES:
            path = folder / name
            # Most projects have a pyproject.toml that says nothing of factcheck; parsing is left to the one that does.
            if path.is_file() and (name == FILES[0] or "tool.factcheck" in path.read_text(encoding="utf-8", errors="replace")):
                return path
    return None


def load(path: Path | None) -> Configuration:
    """The configuration of a file, the default one of None. Raises ConfigurationError, one line for each mistake."""
    if path is None:
        return Configuration()
    table = _table(path)
    keys = {field.alias or name for name, field in Configuration.model_fields.items() if name != "path"}
    mistakes = [f'{path}: no setting "{key}"{did_you_mean(key, keys)}' for key in table if key not in keys]
    if mistakes:
        raise ConfigurationError("\n".join(mistakes))
    try:
        configuration = Configuration.model_validate({**table, "path": path})
    except ValidationError as error:
        raise ConfigurationError("\n".join(_mistakes(path, error))) from None
    if configuration.profile not in profiles():
        raise ConfigurationError(f'{path}: no profile "{configuration.profile}"{did_you_mean(configuration.profile, profiles())}')
    try:
        registry.chosen(select=configuration.select, ignore=configuration.ignore)
        for names in configuration.per_file_ignores.values():
            registry.chosen(ignore=names)
        for word, measure in configuration.words.measures.items():
            if measure not in measures():
                raise ConfigurationError(
                    f'{path}: words.measures: no measure "{measure}" for {word}{did_you_mean(measure, measures())}'
                )
        for name, options in configuration.checks.items():
            registry.settings(registry.load(name), options)
    except registry.CheckError as error:
        # Said here, where the file is known: on the command line nobody typed that name.
        raise ConfigurationError(f"{path}: {error}") from None
    # A path in a file is meant from where the file lies, not from where the command is run.
    named = {"claims": configuration.claims, "baseline": configuration.baseline}
    return configuration.model_copy(update={name: path.parent / found for name, found in named.items() if found is not None})


def _table(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: expected TOML in UTF-8: {error}") from None
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror}") from None
    tool = content.get("tool", {})
    table = content if path.name == FILES[0] else tool.get("factcheck", {}) if isinstance(tool, dict) else tool
    if not isinstance(table, dict):
        raise ConfigurationError(f"{path}: tool.factcheck is a table of settings, not {table!r}")
    return table


def _mistakes(path: Path, error: ValidationError) -> Iterator[str]:
    for mistake in error.errors(include_url=False):
        *outer, key = (str(part) for part in mistake["loc"])
        place = ".".join((*outer, key))
        known = _fields(outer)
        if mistake["type"] == "extra_forbidden":
            yield f'{path}: no setting "{place}"{did_you_mean(key, known)}'
        else:
            wanted = known.get(key) or _fields([])[str(mistake["loc"][0])]
            yield f"{path}: {place}: expected {wanted}, got {mistake['input']!r}"


def _fields(outer: Sequence[str]) -> dict[str, str]:
    """The settings at a place in the file, each with what it is to be."""
    models: dict[str, type[BaseModel]] = {"entities": Entity, "words": House}
    model = models.get(outer[0] if outer else "", Configuration)
    return {field.alias or name: field.description or "" for name, field in model.model_fields.items()}
