"""The commands of the ledger, as somebody runs them."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyarrow import parquet

from factcheck.cli import commands
from factcheck.ledger import Ledger

MEMO = "截至2022年12月31日，腾讯员工超过10.8万人。会议有三人参加。\n\nTencent's revenue in 2019 was 377.3 billion yuan.\n"


@pytest.fixture(autouse=True)
def memo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("memo.md").write_text(MEMO, encoding="utf-8")


def run(*arguments: str) -> Result:
    """What `factcheck claims …` does."""
    return CliRunner().invoke(commands, ["claims", *arguments], standalone_mode=False)


def git(*arguments: str) -> None:
    """A git command in the current folder."""
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments], check=True, capture_output=True)


def test_claims_are_proposed_and_then_written() -> None:
    """Without --write the entries are only shown; with it they stand in the ledger as they were shown."""
    shown = run("add", "memo.md", "--publisher", "Gazette", "--published", "2023-01-31")

    assert not Path("claims").exists()
    assert (
        "# 2 proposed, 0 in the ledger already, 1 left out\n# 1 × names no subject; --subject says whom they are about\n"
        in shown.output
    )
    assert "# a new file: write in its head" in shown.output
    written = run("add", "memo.md", "--publisher", "Gazette", "--published", "2023-01-31", "--write")
    assert shown.output.split("\n# 2")[0] == written.output.split("\n# 2")[0]
    (source,) = Ledger.load("claims").sources
    assert ("memo-2023-01-31", "Gazette", "2023-01-31") == (source.id, source.publisher, str(source.published))
    assert "# 0 written, 2 in the ledger already" in run("add", "memo.md", "--write").output


def test_a_line_and_a_subject_can_be_named() -> None:
    """--line takes the figures of one line, --subject says whom nameless figures are about."""
    Path("plain.md").write_text(
        "Revenue in 2021 was 12.6 billion yuan.\n\nRevenue in 2020 was 11.1 billion yuan.\n", encoding="utf-8"
    )
    run("add", "plain.md", "--subject", "Harbour Line", "--line", "3", "--write")

    assert [("Harbour Line", "11.1 billion yuan")] == [(one.subject, one.text) for one in Ledger.load("claims").claims]


def test_a_claim_is_withdrawn() -> None:
    """The claim is no longer listed, and shown with the reason."""
    run("add", "memo.md", "--write")
    done = run("withdraw", "tencent-revenue-2019", "--reason", "restated", "--date", "2024-02-01")

    assert "claims/tencent.toml: tencent-revenue-2019 is withdrawn\n" == done.output
    assert "tencent-revenue-2019" not in run("list").output
    assert "withdrawn_because restated" in run("show", "tencent-revenue-2019").output
    assert 2 == run("withdraw", "tencent-revenue-2018", "--reason", "x", "--date", "2024-02-01").return_value


def test_claims_differ_by_what_they_say() -> None:
    """Comments, order and other words for one value are no difference; a value, a new id, a withdrawal and a removal are."""
    head = 'subject = "Harbour Line"\n\n[[source]]\nid = "a"\ntitle = "A"\n'
    entry = '\n[[claim]]\nid = "{0}"\nmeasure = "{1}"\nperiod = "2022"\nrole = "level"\namount = "{2}"\nsource = "a"\nquote = "{1} {2}"\n'
    claims = {
        "one": ("revenue", "12.6亿元"),
        "two": ("cost", "8亿元"),
        "three": ("net_profit", "1.2亿元"),
        "four": ("total_assets", "3.0亿元"),
    }
    for folder in ("old", "new"):
        Path(folder).mkdir()
    made = {name: entry.format(name, *rest) for name, rest in claims.items()}
    Path("old/a.toml").write_text(head + "".join(made.values()), encoding="utf-8")
    made["one"] = "# checked again\n" + made["one"].replace("12.6亿元", "12.9亿元")
    made["two"] = made["two"].replace('"two"', '"deux"')
    made["four"] += 'withdrawn = 2024-02-01\nwithdrawn_because = "restated"\n'
    Path("new/a.toml").write_text(
        head + "".join(reversed(made.values())).replace('\n[[claim]]\nid = "three"', '\n[[claim]]\nid = "drei"'), encoding="utf-8"
    )

    assert 0 == run("diff", "old", "old").return_value
    changed = run("diff", "old", "new")
    assert [
        "~ deux: was two",
        "~ drei: was three",
        "× four: withdrawn on 2024-02-01: restated",
        '~ one: amount "12.6亿元" → "12.9亿元"; quote "revenue 12.6亿元" → "revenue 12.9亿元"',
    ] == changed.output.splitlines()
    assert 1 == changed.return_value


def test_a_ledger_is_held_against_its_revision() -> None:
    """OLD may be a git revision; what is neither folder nor revision is told."""
    run("add", "memo.md", "--write")
    git("init", "-q")
    git("add", "claims")
    git("commit", "-qm", "claims")
    run("withdraw", "tencent-revenue-2019", "--reason", "restated", "--date", "2024-02-01")

    assert "× tencent-revenue-2019: withdrawn on 2024-02-01: restated\n" == run("diff", "HEAD").output
    assert 2 == run("diff", "HEAD~3").return_value


def test_a_ledger_is_given_out_in_forms_that_others_read() -> None:
    """Claims as schema.org nodes and as annotations on their quotes, as CSV and as Parquet; a withdrawn one with its review."""
    run("add", "memo.md", "--publisher", "Gazette", "--write")
    run("withdraw", "tencent-revenue-2019", "--reason", "restated", "--date", "2024-02-01")
    graph = json.loads(run("export").output)["@graph"]
    (annotation,) = json.loads(run("export", "--format", "annotation").output)["items"]
    run("export", "--format", "csv", "--output", "claims.csv")
    run("export", "--format", "parquet", "--output", "claims.parquet")

    assert ["Claim", "Claim", "ClaimReview"] == [node["@type"] for node in graph]
    assert ("108000", "person", "Gazette") == (
        graph[0]["mainEntity"]["value"],
        graph[0]["mainEntity"]["unitText"],
        graph[0]["appearance"]["publisher"]["name"],
    )
    assert {"type": "TextQuoteSelector", "exact": "腾讯员工超过10.8万人"} == annotation["target"]["selector"]
    assert annotation["target"]["source"].startswith("ni:///sha-256;")
    (row,) = csv.DictReader(Path("claims.csv").read_text(encoding="utf-8-sig").splitlines())
    (same,) = parquet.read_table("claims.parquet").to_pylist()
    assert {key: value or None for key, value in row.items()} == same
    assert ("over", "108000", "超过10.8万人") == (row["hedge"], row["value"], row["text"])


def test_a_form_without_its_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parquet needs an extra; without it there is one line that says which."""
    run("add", "memo.md", "--write")
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    assert 2 == run("export", "--format", "parquet", "--output", "x.parquet").return_value
    assert not Path("x.parquet").exists()
