"""`factcheck config`: the settings as they hold here, or their schema."""

from __future__ import annotations

import click

from factcheck.cli.inputs import DONE, FAILED, configured
from factcheck.terminal import Problems, put


@click.command()
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a factcheck.toml instead.")
def config(*, schema: bool) -> int:
    """Print the settings that hold in this folder, and the file they come from."""
    import json

    from factcheck import config as settings

    if schema:
        put(json.dumps(settings.schema(), ensure_ascii=False, indent=2) + "\n")
        return DONE
    try:
        found = configured({})
    except settings.ConfigurationError as error:
        Problems().tell(error)
        return FAILED
    said = found.model_dump(mode="json", by_alias=True)
    put(f"# {found.path or 'no factcheck.toml, and no [tool.factcheck] in a pyproject.toml'}\n")
    put(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
    return DONE
