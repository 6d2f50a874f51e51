"""Writing in a ledger: entries are added and withdrawn, and what somebody keeps by hand stays as it is."""

from __future__ import annotations

import datetime
import multiprocessing
import os
import signal
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, strategies

from factcheck.claim import Claim
from factcheck.document import Document
from factcheck.extract import claims
from factcheck.ledger import Ledger, LedgerError, RecordError, blocks, record, withdraw
from factcheck.ledger.entries import ClaimEntry, SourceEntry
from factcheck.ledger.places import tables
from factcheck.read import read_bytes

BY_HAND = """\
# Ferries, kept by the desk.
subject = "Harbour Line"
aliases = ["海港航运"]   # both scripts

[[source]]
id = "gazette"
title = 'The "Line" reports'

# --- results ---

[[claim]]  # audited
id = "b-revenue"
measure = "revenue"
period = "2022"
role = "level"
amount = "12.6亿元"
source = "gazette"
quote = "营收12.6亿元"

# Ships
[[claim]]
id = "d-ships"
measure_text = "ships"
amount = "40艘"
source = "gazette"
quote = "船队40艘"
# the end
"""


def said(text: str, which: int = 0, *, name: str = "memo.md") -> Claim:
    """One claim of a text."""
    return claims(Document(text, name=name))[which]


def test_a_claim_of_a_draft_becomes_an_entry(tmp_path: Path) -> None:
    """Subject, measure, time and figure are those of the draft; the quote is its clause, and verifies."""
    draft = Document("截至2022年12月31日，腾讯员工超过10.8万人，营收为5545.5亿元。", name="memo.md")
    stated = claims(draft)
    paths = {record(tmp_path / "claims", claim) for claim in stated}
    ledger = Ledger.load(tmp_path / "claims")

    assert {tmp_path / "claims" / "tencent.toml"} == paths
    employees = ledger.claim("tencent-employees-2022-12-31")
    assert ("Tencent", "employees", "over", "腾讯员工超过10.8万人") == (
        employees.subject,
        employees.measure,
        employees.mention.hedge,
        employees.quote,
    )
    assert [claim.quantity for claim in stated] == [
        claim.quantity for claim in sorted(ledger.claims, key=lambda one: one.measure or "")
    ]
    verification = ledger.verify(texts={source.id: draft for source in ledger.sources})
    assert ((), 2) == (verification.problems, verification.in_source)


def test_a_claim_is_written_once(tmp_path: Path) -> None:
    """The same figure of the same text is no second entry; the same words of another text are."""
    text = "Tencent had 85,858 employees at the end of 2020."
    first = record(tmp_path, said(text))
    before = first.read_bytes()

    assert first == record(tmp_path, said(text))
    assert before == first.read_bytes()
    record(tmp_path, said(text + " So it said.", name="other.md"))
    assert ["tencent-employees-2020-12", "tencent-employees-2020-12-2"] == sorted(
        claim.id for claim in Ledger.load(tmp_path).claims
    )


def test_a_file_kept_by_hand_keeps_its_layout(tmp_path: Path) -> None:
    """Every line of the file stands as it did, and the new entries between them, in the order of the ids."""
    path = tmp_path / "ferries.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    book = BY_HAND
    for name, row in (
        ("source", SourceEntry(id="memo", title="A 'memo' of \"Monday\"\t")),
        ("claim", ClaimEntry(id="c-staff", measure="employees", amount="120人", source="memo", quote="员工120人")),
        ("claim", ClaimEntry(id="a-first", measure="employees", amount="110人", source="memo", quote="员工110人")),
        ("claim", ClaimEntry(id="z-last", measure="employees", amount="130人", source="memo", quote="员工130人")),
    ):
        book = blocks.inserted(book, name, [row])
    path.write_text(book, encoding="utf-8")

    kept = iter(book.splitlines())
    assert [] == [line for line in BY_HAND.splitlines() if line not in kept]
    assert ["a-first", "b-revenue", "c-staff", "d-ships", "z-last"] == [claim.id for claim in Ledger.load(tmp_path).claims]
    assert book.index("# --- results ---") < book.index("a-first") or book.index("# --- results ---") < book.index("b-revenue")
    assert '# Ships\n[[claim]]\nid = "d-ships"' in book


def test_line_ends_and_the_byte_order_mark_stay(tmp_path: Path) -> None:
    """A file from Windows is one afterwards."""
    path = tmp_path / "harbour.toml"
    path.write_bytes(b"\xef\xbb\xbf" + BY_HAND.replace("\n", "\r\n").encode())
    withdraw(tmp_path, "b-revenue", reason="restated", day=datetime.date(2024, 2, 1))
    content = path.read_bytes()

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")


def test_a_claim_is_withdrawn_not_deleted(tmp_path: Path) -> None:
    """A withdrawn claim keeps its entry and its id; no draft is held against it."""
    path = tmp_path / "harbour.toml"
    path.write_text(BY_HAND, encoding="utf-8")

    assert path == withdraw(tmp_path, "b-revenue", reason='restated as "12.9"', day=datetime.date(2024, 2, 1))
    ledger = Ledger.load(tmp_path)
    assert ["d-ships"] == [claim.id for claim in ledger.claims]
    assert [("b-revenue", datetime.date(2024, 2, 1), 'restated as "12.9"')] == [
        (entry.id, entry.withdrawn, entry.withdrawn_because) for entry in ledger.withdrawn
    ]
    with pytest.raises(RecordError, match="already"):
        withdraw(tmp_path, "b-revenue", reason="again", day=datetime.date(2024, 2, 2))
    with pytest.raises(KeyError, match='did you mean "d-ships"'):
        withdraw(tmp_path, "d-ship", reason="gone", day=datetime.date(2024, 2, 2))


@pytest.mark.parametrize(
    ("text", "which", "wanted"),
    [
        ("营收为12.6亿元。", 0, "names no subject"),
        ("腾讯营收为12.6亿元，用户达1090,000人。", 1, "is damaged"),
        ("腾讯员工有几千人。", 0, "order of magnitude"),
    ],
)
def test_what_lacks_something_is_refused(tmp_path: Path, text: str, which: int, wanted: str) -> None:
    """The message says what is missing, and nothing is written."""
    with pytest.raises(RecordError, match=wanted):
        record(tmp_path / "claims", said(text, which))

    assert not (tmp_path / "claims").exists()


def test_a_figure_that_its_place_explains_gets_a_reading(tmp_path: Path) -> None:
    """What a heading says of a cell is written down as the reading of its amount, so that the entry stands by itself."""
    table = "Tencent in figures\n\n| million yuan | 2019 | 2020 |\n|---|---|---|\n| Tencent revenue | 377,289 | 482,064 |\n"
    draft = read_bytes(table.encode(), name="table.md")
    stated = [claim for claim in claims(draft) if claim.measure == "revenue" and claim.subject and claim.quantity]
    assert stated, "the table gives claims"
    for claim in stated:
        record(tmp_path, claim)

    assert [claim.quantity and claim.quantity.value for claim in stated] == [
        claim.quantity and claim.quantity.value for claim in Ledger.load(tmp_path).claims
    ]


def test_a_broken_ledger_is_not_written_to(tmp_path: Path) -> None:
    """A merge conflict is named with its line, the defects of other files beside it, and nothing changes."""
    broken = BY_HAND.replace(
        'amount = "12.6亿元"', '<<<<<<< ours\namount = "12.6亿元"\n=======\namount = "12.9亿元"\n>>>>>>> theirs'
    )
    (tmp_path / "a.toml").write_text(broken, encoding="utf-8")
    (tmp_path / "b.toml").write_text('subject = "Tencent"\nalias = []\n', encoding="utf-8")

    with pytest.raises(LedgerError) as raised:
        record(tmp_path, said("Tencent had 85,858 employees at the end of 2020."))
    assert ["a.toml:16: an unresolved merge conflict; choose a side", 'b.toml:2: alias: unknown key (did you mean "aliases"?)'] == [
        line.removeprefix(f"{tmp_path.as_posix()}/") for line in str(raised.value).splitlines()
    ]
    assert broken == (tmp_path / "a.toml").read_text(encoding="utf-8")


@given(strategies.text(strategies.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_as_it_was_written(text: str) -> None:
    """A string of the file is the text that was put in, and is found at its place by those who look for it."""
    source = f"a = {blocks.quoted(text)}\n[[claim]]\nb = 1\n"

    assert text == tomllib.loads(source)["a"]
    assert ["claim"] == [table.name for table in tables(source) if table.name]


def _adding(folder: Path) -> None:
    for number in range(1000):
        record(folder, said(f"Tencent had {85_000 + number} employees at the end of 2020.", name=f"memo-{number}.md"))


def test_a_killed_writer_leaves_a_ledger(tmp_path: Path) -> None:
    """Whenever the process is killed, what lies there loads."""
    record(tmp_path, said("Tencent had 84,999 employees at the end of 2020."))
    loaded = []
    for wait in (0.05, 0.11, 0.17, 0.23):
        writer = multiprocessing.get_context("fork").Process(target=_adding, args=(tmp_path,))
        writer.start()
        time.sleep(wait)
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        loaded.append(len(Ledger.load(tmp_path).claims))

    assert sorted(loaded) == loaded
    assert loaded[-1] > 1
