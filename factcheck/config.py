"""What a project has settled: `[tool.factcheck]` of its pyproject.toml, or its factcheck.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from factcheck import registry
from factcheck.guess import did_you_mean

FILES = ("factcheck.toml", "pyproject.toml")
FailOn = Literal["error", "warning", "note", "never"]


class ConfigurationError(ValueError):
    """A configuration that cannot be used; the message names file and key."""


class Configuration(BaseModel):
    """The settings of a project: `claims` is the ledger's folder, `baseline` the file of known findings, `checks` each check's options."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    select: tuple[str, ...] = Field(default=(), description="a list of checks and families")
    ignore: tuple[str, ...] = Field(default=(), description="a list of checks and families")
    claims: Path | None = Field(default=None, description="the path of a folder, in quotes")
    fail_on: FailOn = Field(default="error", alias="fail-on", description=f"one of {', '.join(get_args(FailOn))}")
    baseline: Path | None = Field(default=None, description="the path of a file, in quotes")
    per_file_ignores: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, alias="per-file-ignores", description="a table of lists of checks and families, by pattern of a path"
    )
    checks: dict[str, dict[str, Any]] = Field(default_factory=dict, description="a table of options for each check")
    path: Path | None = Field(default=None, exclude=True)


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
    try:
        registry.chosen(select=configuration.select, ignore=configuration.ignore)
        for names in configuration.per_file_ignores.values():
            registry.chosen(ignore=names)
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
    wanted = {field.alias or name: field.description for name, field in Configuration.model_fields.items()}
    for mistake in error.errors(include_url=False):
        place = ".".join(str(part) for part in mistake["loc"])
        yield f"{path}: {place}: expected {wanted[str(mistake['loc'][0])]}, got {mistake['input']!r}"
