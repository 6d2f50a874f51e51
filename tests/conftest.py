"""Profiles of the property tests (a quick, repeatable one for every run, a deep one for `--hypothesis-profile deep`), and fixtures."""

import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from factcheck import registry

settings.register_profile("quick", max_examples=25, deadline=None, derandomize=True)
settings.register_profile("deep", max_examples=1000, deadline=None)
settings.load_profile("quick")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Installs another package's checks: `house(care=source)` is the check `house/care`."""

    def install(**sources: str) -> None:
        described = tmp_path / "house-1.0.dist-info"
        described.mkdir()
        (described / "METADATA").write_text("Metadata-Version: 2.1\nName: house\nVersion: 1.0\n", encoding="utf-8")
        lines = [f"house/{name} = house_{name}" for name in sources]
        (described / "entry_points.txt").write_text("\n".join(["[factcheck.checks]", *lines, ""]), encoding="utf-8")
        for name, source in sources.items():
            (tmp_path / f"house_{name}.py").write_text(textwrap.dedent(source).lstrip(), encoding="utf-8")
            sys.modules.pop(f"house_{name}", None)
        monkeypatch.syspath_prepend(tmp_path)
        registry.known.cache_clear()

    yield install
    registry.known.cache_clear()
