"""Write docs/checks.md, the list of checks, from the checks' own pages: `python tools/check_pages.py`."""

from pathlib import Path

from factcheck import registry

HEAD = """# Checks

Written by `tools/check_pages.py` from the checks themselves; `factcheck explain NAME` prints the whole page of one.

An `error` says that the figures cannot all be true, a `warning` that a reader is misled, a `note` what an editor may want to know.

| check | level | a correct text |
|---|---|---|
"""


def main() -> None:
    """Write the page."""
    rows = []
    for name in sorted(registry.known()):
        check = registry.load(name)
        rows.append(f"| `{name}` | {check.level} | {check.page.strip().splitlines()[0]} |")
    Path("docs/checks.md").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
