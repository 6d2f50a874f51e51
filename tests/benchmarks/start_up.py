"""How long a run over small files takes, as a pre-commit hook makes it: `python tests/benchmarks/start_up.py`.

The files are the examples and the drafts of the tests, whole and then their first halves. What is given is the least of twelve runs, as
processor time (user and system) and as time on the wall; the first run of an installation is the one that finds nothing kept.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS, FILES = 12, 20


def main() -> None:
    """Time an interpreter that does nothing, the first run, and later ones over one file and over twenty."""
    with tempfile.TemporaryDirectory() as folder:
        drafts = written(Path(folder) / "drafts")
        check = ["-m", "factcheck", "check"]
        told("python alone", best(["-c", "pass"], Path(folder) / "kept"))
        told(f"{FILES} files, first run", best([*check, *drafts], None))
        told("one file", best([*check, str(ROOT / "examples/clean.md")], Path(folder) / "kept"))
        told(f"{FILES} files", best([*check, *drafts], Path(folder) / "kept"))


def written(folder: Path) -> list[str]:
    """Twenty small files."""
    folder.mkdir()
    texts = [
        path.read_text(encoding="utf-8") for name in ("examples", "tests/drafts") for path in sorted((ROOT / name).glob("*.md"))
    ]
    texts += [text[: len(text) // 2] for text in texts]
    for number, text in enumerate(texts[:FILES]):
        (folder / f"{number}.md").write_text(text, encoding="utf-8")
    return sorted(map(str, folder.iterdir()))


def best(arguments: list[str], kept: Path | None) -> tuple[float, float]:
    """The least processor time and the least time on the wall, in seconds; `kept` is where Python keeps bytecode, None for nowhere."""
    spent = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as nowhere:
            environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(kept or nowhere)}
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            start = time.perf_counter()
            with Path(os.devnull).open("w") as silent:
                actions = [(os.POSIX_SPAWN_DUP2, silent.fileno(), number) for number in (1, 2)]
                child = os.posix_spawn(sys.executable, [sys.executable, *arguments], environment, file_actions=actions)
                _, _, used = os.wait4(child, 0)
            spent.append((used.ru_utime + used.ru_stime, time.perf_counter() - start))
    return min(processor for processor, _ in spent), min(wall for _, wall in spent)


def told(name: str, seconds: tuple[float, float]) -> None:
    """One line of the table."""
    print(f"{name:24} {seconds[0]:.3f} s of processor, {seconds[1]:.3f} s on the wall")


if __name__ == "__main__":
    main()
