"""What is kept between runs."""

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck import kept, lexicon, pattern
from factcheck.kept import Store

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@pytest.fixture(autouse=True)
def _written_however_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "WORTHWHILE", 0)


def never() -> object:
    """What must not be asked for."""
    raise AssertionError("made anew")


@given(entries=st.dictionaries(st.text(), VALUES, min_size=1))
def test_what_is_written_is_read(entries: dict[str, object], tmp_path_factory: pytest.TempPathFactory) -> None:
    """A later run finds each value under its key, and makes none anew."""
    path = tmp_path_factory.mktemp("kept") / "__pycache__" / "package.kept"
    first = Store(path)
    for key, value in entries.items():
        assert value == first.get(key, lambda value=value: value)
    first.write()

    later = Store(path)
    assert list(entries.values()) == [later.get(key, never) for key in entries]
    assert "new" == later.get("".join(entries) + "another", lambda: "new")


@given(place=st.integers(min_value=0), flipped=st.integers(min_value=1, max_value=255), cut=st.booleans())
def test_a_damaged_file_is_as_good_as_none(place: int, flipped: int, cut: bool, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever byte is another, or wherever the file ends, the value is the one that is made."""
    path = tmp_path_factory.mktemp("kept") / "package.kept"
    first = Store(path)
    first.get("key", lambda: {"words": ["元", "km"], "places": (1, 2)})
    first.write()
    content = bytearray(path.read_bytes())
    place %= len(content)
    content[place] ^= flipped
    path.write_bytes(content[:place] if cut else content)

    assert "made" == Store(path).get("key", lambda: "made")


def test_another_python_begins_anew(tmp_path: Path) -> None:
    """Opcodes are those of one version of the engine."""
    first = Store(tmp_path / "package.kept", version="3.11.7")
    first.get("key", lambda: "old")
    first.write()

    assert "new" == Store(tmp_path / "package.kept", version="3.12.1").get("key", lambda: "new")


def test_a_folder_that_cannot_be_written_is_left(tmp_path: Path) -> None:
    """An installation that belongs to somebody else works as well, and says nothing."""
    (tmp_path / "file").write_text("no folder")
    first = Store(tmp_path / "file" / "package.kept")
    first.get("key", lambda: "made")
    first.write()

    assert "again" == Store(tmp_path / "file" / "package.kept").get("key", lambda: "again")


def test_little_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is written again for what is worth it."""
    monkeypatch.setattr(kept, "WORTHWHILE", 100)
    path = tmp_path / "package.kept"
    for length, expected in ((10, False), (1000, True)):
        store = Store(path)
        store.get("key", lambda length=length: "x" * length)
        store.write()
        assert expected == path.exists()


def test_too_much_is_thinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file that has grown too large, what the run used is kept."""
    monkeypatch.setattr(kept, "LIMIT", 2500)
    path = tmp_path / "package.kept"
    first = Store(path)
    for number in range(2):
        first.get(f"long {number}", lambda: "x" * 1000)
    first.write()
    second = Store(path)
    second.get("long 1", never)
    second.get("long 2", lambda: "z" * 1000)
    second.write()

    assert {"long 0": "anew", "long 1": "x" * 1000, "long 2": "z" * 1000} == {
        key: Store(path).get(key, lambda: "anew") for key in ("long 0", "long 1", "long 2")
    }


def test_a_kept_pattern_is_the_pattern(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every pattern of the package is the one of `re.compile`, made now or read from the file."""
    lazy = type(pattern.lazy_pattern(""))
    root = Path(factcheck.__file__).parent
    names = [".".join(("factcheck", *path.relative_to(root).with_suffix("").parts)) for path in root.rglob("*.py")]
    modules = [import_module(name.removesuffix(".__init__")) for name in names if not name.endswith("__main__")]
    patterns = [value for module in modules for value in vars(module).values() if isinstance(value, lazy)]
    assert len(patterns) > 300

    path = tmp_path / "package.kept"
    for _ in range(2):
        store = Store(path)
        monkeypatch.setattr(pattern, "store", lambda store=store: store)
        assert [] == [
            one.pattern for one in patterns if pattern._compiled(one.pattern, one._flags) != re.compile(one.pattern, one._flags)
        ]
        store.write()
    assert {} == store.made


def test_an_engine_that_is_not_known_is_asked_in_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the private door has changed, patterns are compiled as ever."""

    def changed(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(pattern, "import_module", changed)

    assert "12" == pattern.lazy_pattern(r"(?P<day>\d+) [ ]", re.VERBOSE).match("12 May")["day"]


def test_the_words_of_the_lexicon_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and words that are read from the file are those that are made."""
    text = "营收由105.2亿元增至131.3亿元, up 24.8% from 3 km in the second quarter"
    found = []
    for _ in range(2):
        store = Store(tmp_path / "package.kept")
        monkeypatch.setattr(lexicon, "store", lambda store=store: store)
        pages = {name: lexicon.page.__wrapped__(name) for name in lexicon.PAGES if name.endswith(".toml")}
        found.append((pages, lexicon._lexicon.__wrapped__().tokens(text)))
        store.write()
    assert {} == store.made
    assert found[0] == found[1]


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_run_says_the_same_with_and_without(form: str, tmp_path: Path) -> None:
    """The first run of an installation, a later one, and one that may write nowhere print the same bytes."""
    drafts = [str(path) for path in sorted((Path(__file__).parent / "drafts").glob("*.md"))]
    (tmp_path / "file").write_text("no folder")
    prefixes = [tmp_path / "cache", tmp_path / "cache", tmp_path / "file"]
    printed = [
        subprocess.run(
            [sys.executable, "-m", "factcheck", "check", "--format", form, *drafts],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPYCACHEPREFIX": str(prefix), "PYTHONPATH": str(Path(factcheck.__file__).parents[1])},
        ).stdout
        for prefix in prefixes
    ]

    assert [*(tmp_path / "cache").rglob("*.kept")] != []
    assert b"" != printed[0] == printed[1] == printed[2]
