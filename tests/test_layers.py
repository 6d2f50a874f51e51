"""The plan of the house: a module imports only from rows below its own, and every module has a row."""

import ast
from collections.abc import Iterator
from pathlib import Path

import factcheck

ROOT = Path(factcheck.__file__).parent
ROWS = (
    ("cli",),
    ("lsp", "serve", "corpus"),
    ("terminal",),
    ("report",),
    ("wire",),
    ("engine",),
    ("ledger", "config", "baseline"),
    ("registry", "profile", "repair", "coverage", "fingerprint", "decisions", "silences"),
    ("read", "extract", "checks"),
    ("evidence",),
    ("wording", "passage", "comments"),
    ("lexicon",),
    ("case",),
    ("finding",),
    ("claim",),
    ("mention",),
    ("displacement",),
    ("agreement",),
    ("quantity", "period", "document", "formula"),
    ("interval", "guess", "failure"),
    ("messages", "pattern"),
    ("kept",),
    ("atomic",),
)
ROW = {room: number for number, row in enumerate(reversed(ROWS)) for room in row}
# The package itself only hands out names, and `python -m factcheck` only starts the command line.
DOORS = ("__init__", "__main__")


def modules() -> Iterator[tuple[str, str, list[str]]]:
    """Each module with its room, and the modules of the package that it imports."""
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if name not in DOORS:
            yield name, name.split(".")[0], list(imported(ast.parse(path.read_text(encoding="utf-8"))))


def imported(tree: ast.Module) -> Iterator[str]:
    """What a module imports of the package, wherever in the module it does so."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            raise AssertionError(f"line {node.lineno}: import by the full name, so that the plan can be read")
        if isinstance(node, ast.ImportFrom) and node.module == "factcheck":
            yield from (alias.name for alias in node.names if not alias.name.startswith("__"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("factcheck."):
            yield from (f"{node.module}.{alias.name}".removeprefix("factcheck.") for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name.removeprefix("factcheck.") for alias in node.names if alias.name.startswith("factcheck."))


def test_every_module_has_a_row() -> None:
    """A module without a row is a module nobody has thought about."""

    assert [] == [name for name, room, _ in modules() if room not in ROW]


def test_imports_go_down() -> None:
    """A module imports only from rows below its own; a room never imports its neighbour."""
    upward = [
        f"{name} imports {target}"
        for name, room, targets in modules()
        for target in targets
        if target.split(".")[0] != room and ROW.get(target.split(".")[0], len(ROWS)) >= ROW.get(room, len(ROWS))
    ]

    assert [] == upward


def test_no_check_imports_another() -> None:
    """A check stands alone, so that it can be read, run and taken out alone."""
    between = [
        f"{name} imports {target}"
        for name, room, targets in modules()
        for target in targets
        if room == "checks" == target.split(".")[0]
    ]

    assert [] == between


def test_no_cycles_in_a_room() -> None:
    """The modules of a folder import each other without cycles."""
    names = {name for name, _, _ in modules()}
    edges = {name: {target for target in map(resolve(names), targets) if target} - {name} for name, _, targets in modules()}
    while leaves := {name for name, targets in edges.items() if not targets & edges.keys()}:
        edges = {name: targets for name, targets in edges.items() if name not in leaves}

    assert {} == edges


def test_no_pattern_is_compiled_by_an_import() -> None:
    """A module writes its patterns with `lazy_pattern`: to compile all of them takes longer than to read a draft."""
    compiling = [
        str(path.relative_to(ROOT))
        for path in sorted(ROOT.rglob("*.py"))
        if path.name != "pattern.py" and "re.compile(" in path.read_text(encoding="utf-8")
    ]

    assert [] == compiling


def resolve(names: set[str]):
    """The module that an imported name means: itself, the module it is a name of, or that one's `__init__`."""

    def module(target: str) -> str | None:
        parent = target.rpartition(".")[0]
        return next((name for name in (target, f"{target}.__init__", parent, f"{parent}.__init__") if name in names), None)

    return module
