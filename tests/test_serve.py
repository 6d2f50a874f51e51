"""The review page: what an editor does with it, and what nobody else can do with it."""

import http.client
import io
import re
import shutil
import socket
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from factcheck.config import Configuration
from factcheck.serve import Server
from factcheck.serve.forms import by_name
from factcheck.serve.session import KEPT, Desk, Session

FILES = Path(__file__).parent / "files"
DRAFT = "用户达1090,000人，营收由100.0亿元增长20.0%至130.0亿元。\n"
ELIDED = "现场有3-4万人。\n"


@pytest.fixture
def server() -> Iterator[Server]:
    opened = Server()
    threading.Thread(target=opened.serve_forever, daemon=True).start()
    yield opened
    opened.shutdown()
    opened.server_close()


class Editor:
    """A browser without a screen: follows redirects on one server."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.path = ""

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes, http.client.HTTPMessage]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=30)
        connection.request(
            method, path, body=body or None, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        self.path = path
        if answer.status == 303:
            return self.ask("GET", answer.headers["Location"].partition("#")[0])
        return answer.status, content, answer.headers

    def get(self, path: str = "", **headers: str) -> str:
        return self.ask("GET", f"/{self.server.secret}/{path}", **headers)[1].decode()

    def post(self, path: str, fields: dict[str, str], **headers: str) -> tuple[int, str]:
        body = urlencode(fields).encode()
        status, content, _ = self.ask("POST", path, body, Content_Type="application/x-www-form-urlencoded", **headers)
        return status, content.decode()

    def lay(
        self, text: str = "", files: dict[str, bytes] | None = None, name: str = "a.md", sources: dict[str, bytes] | None = None
    ) -> str:
        parts = [
            f'Content-Disposition: form-data; name="{key}"\r\n\r\n{value}'.encode()
            for key, value in (("name", name), ("text", text))
        ]
        for key, given in (("files", files), ("sources", sources)):
            for file, content in (given or {}).items():
                head = f'Content-Disposition: form-data; name="{key}"; filename="{file}"\r\nContent-Type: application/octet-stream\r\n\r\n'
                parts.append(head.encode() + content)
        body = b"".join(b"--edge\r\n" + part + b"\r\n" for part in parts) + b"--edge--\r\n"
        return self.ask("POST", f"/{self.server.secret}/check", body, Content_Type="multipart/form-data; boundary=edge")[1].decode()


def test_a_pasted_text_is_checked(server: Server) -> None:
    """The figures are marked, the working stands beside them."""
    page = Editor(server).lay(DRAFT)

    assert '<a class="found error"' in page
    assert "130.0亿元 / 100.0亿元 − 1 = 30%" in page


def test_files_are_checked_as_one_set(server: Server) -> None:
    """Word, text and one that cannot be read: that one is told, the others are checked."""
    files = {"a.docx": (FILES / "pandoc.docx").read_bytes(), "b.md": DRAFT.encode(), "c.docx": b"PK\x03\x04"}
    page = Editor(server).lay(files=files)

    assert page.count('<section class="document"') == 2
    assert "c.docx: expected a Word document" in page


def test_a_repair_is_applied_and_taken_back(server: Server) -> None:
    """The button of a fix changes the text, the download has it, undo brings the old one back."""
    editor = Editor(server)
    page = editor.lay(ELIDED)
    here = editor.path
    form = re.search(r'<form method="post" action="([^"]*/fix)">(.*?)</form>', page, re.DOTALL)
    assert form is not None
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[2]))
    status, mended = editor.post(form[1], fields)
    text = editor.ask("GET", f"{here}text/0")[1].decode()

    assert status == 200
    assert text != ELIDED
    assert "3万-4万人" in text
    assert "undo" in mended
    editor.post(f"{here}undo", {})
    assert ELIDED == editor.ask("GET", f"{here}text/0")[1].decode()


def test_a_repair_leads_on_to_the_next_finding(server: Server) -> None:
    """The finding that takes the number of the mended one is where the page opens."""
    editor = Editor(server)
    page = editor.lay(ELIDED)
    form = re.search(r'<form method="post" action="([^"]*/fix)">(.*?)</form>', page, re.DOTALL)
    assert form is not None
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    body = urlencode(dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[2])))
    connection.request("POST", form[1], body, {"Content-Type": "application/x-www-form-urlencoded"})

    assert (connection.getresponse().getheader("Location") or "").endswith("/#f1")
    connection.close()


def test_a_draft_is_held_against_its_sources(server: Server) -> None:
    """What was chosen as a source is no draft, and figures that it does not have are found; one that cannot be read is told."""
    page = Editor(server).lay("现场有350人。\n", sources={"b.md": "现场有530人。\n".encode(), "c.docx": b"PK\x03\x04"})

    assert page.count('<section class="document"') == 1
    assert "source/" in page
    assert "b.md:1:" in page
    assert "c.docx: expected a Word document" in page


def test_an_edited_draft_stays_with_the_others(server: Server) -> None:
    """The text of the edit page takes the draft's place, the other drafts stay, undo brings the old text back."""
    editor = Editor(server)
    editor.lay(ELIDED, files={"b.md": DRAFT.encode()}, name="c.md")
    here = editor.path
    shown = editor.ask("GET", f"{here}edit/1")[1].decode()
    page = editor.post(f"{here}edit/1", {"text": "现场有3万人。\r\n"})[1]

    assert "<textarea" in shown and "3-4万人" in shown
    assert page.count('<section class="document"') == 2
    assert "现场有3万人。\n" == editor.ask("GET", f"{here}text/1")[1].decode()
    assert DRAFT == editor.ask("GET", f"{here}text/0")[1].decode()
    assert 404 == editor.post(f"{here}edit/7", {"text": "x"})[0]
    editor.post(f"{here}undo", {})
    assert ELIDED == editor.ask("GET", f"{here}text/1")[1].decode()


def test_files_of_one_name_are_both_kept() -> None:
    """Two folders may each hold a draft of the same name; neither takes the other's place."""
    given = [("one/a.md", b"1"), ("two\\a.md", b"2"), ("a.md", b"3"), ("", b"4"), ("empty.md", b"")]

    assert {"a.md": b"1", "a (2).md": b"2", "a (3).md": b"3"} == by_name(given)


def test_the_editor_may_leave_the_configured_language() -> None:
    """Findings follow the button, also where the configuration names a language."""
    desk = Desk(settings=Configuration(messages="zh"))
    session = desk.session(desk.open({"a.md": ELIDED.encode()}))
    assert session is not None
    report = desk.report(session)

    assert "leaves the scale" in report.in_language("en").findings[0].message
    assert "省去了" in report.in_language("zh").findings[0].message


def test_a_stale_button_changes_nothing(server: Server) -> None:
    """A repair of a finding that is no longer there is refused."""
    editor = Editor(server)
    editor.lay(ELIDED)
    here = editor.path
    status, _ = editor.post(f"{here}fix", {"finding": "0", "fix": "0", "fingerprint": "0" * 16})

    assert status == 409
    assert ELIDED == editor.ask("GET", f"{here}text/0")[1].decode()


def test_word_comes_back_with_comments(server: Server) -> None:
    """The download of a Word file has the findings as comments."""
    editor = Editor(server)
    editor.lay(files={"a.docx": (FILES / "pandoc.docx").read_bytes()})
    _, content, headers = editor.ask("GET", f"{editor.path}comments/0")

    assert "word/comments.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert "attachment" in headers["Content-Disposition"]


def test_both_languages(server: Server) -> None:
    """The browser's wish decides, until the editor chooses."""
    editor = Editor(server)

    assert "核查一份文稿" in editor.get(Accept_Language="zh-CN,zh;q=0.9")
    assert "Check a draft" in editor.get(Accept_Language="en")
    assert "核查一份文稿" in editor.post(f"/{server.secret}/language", {"choice": "zh", "back": f"/{server.secret}/"})[1]
    assert "核查一份文稿" in editor.get(Accept_Language="en")


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://example.org"}, {"Origin": "null"}, {"Host": "example.org"}, {"Sec_Fetch_Site": "cross-site"}],
    ids=["other origin", "no origin", "other name", "cross-site"],
)
def test_other_pages_are_refused(server: Server, headers: dict[str, str]) -> None:
    """Neither a form on another page nor a name that was made to lead here gets an answer."""
    status, page = Editor(server).post(f"/{server.secret}/check", {"text": DRAFT}, **headers)

    assert status == 403
    assert "130.0" not in page


def test_the_secret_is_needed_and_told_to_nobody(server: Server) -> None:
    """Without it there is no page, and the page of the refusal does not hold it for a stranger to read."""
    status, content, _ = Editor(server).ask("GET", "/")

    assert status == 404
    assert server.secret not in content.decode()


def test_only_this_machine_is_served(server: Server) -> None:
    """It listens on the loopback interface, and a page may load and send nothing elsewhere."""
    _, _, headers = Editor(server).ask("GET", f"/{server.secret}/")

    assert "127.0.0.1" == server.server_address[0]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "form-action 'self'" in headers["Content-Security-Policy"]
    assert "no-store" == headers["Cache-Control"]


def test_text_is_never_markup(server: Server) -> None:
    """A hostile draft, name and file name are shown as they are."""
    page = Editor(server).lay("<script>alert(20%)</script>", files={"<img src=x>.md": b"1<b>"}, name="</h2><script>.md")

    assert "<script" not in page
    assert "<img" not in page


def test_too_much_or_nothing_is_told(server: Server) -> None:
    """A body over the limit is not read; an empty form asks for something."""
    editor = Editor(server)
    status, content, _ = editor.ask("POST", f"/{server.secret}/check", Content_Length="999999999999")

    assert status == 413
    assert "64 MB" in content.decode()
    assert "Paste a text" in editor.lay()


def test_who_sends_too_much_is_told(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser reads no answer before it has sent all: what is over the limit is read and thrown away."""
    monkeypatch.setattr("factcheck.serve.handler.LIMIT", 1000)
    status, content, _ = Editor(server).ask("POST", f"/{server.secret}/check", b"x" * 5_000_000)

    assert status == 413
    assert "more than this page takes" in content.decode()


def test_a_browser_that_goes_away_is_no_error(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    """Nothing is said of it in the terminal in which the server runs."""
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", server.server_port), timeout=5) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
            connection.sendall(f"POST /{server.secret}/check HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n".encode())
    Editor(server).get()

    assert "Traceback" not in capfd.readouterr().err


def test_a_broken_request_does_not_end_the_server(server: Server) -> None:
    """Half a request, a length that lies: the next one is answered."""
    for sent in (b"GET /", b"POST /x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", b"\xff\xfe\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", server.server_port), timeout=5) as connection:
            connection.sendall(sent)

    assert "Check a draft" in Editor(server).get()


def test_the_oldest_drafts_make_room() -> None:
    """A desk holds the latest sessions only."""
    desk = Desk(settings=Configuration())
    names = [desk.open({"a.md": b"1"}) for _ in range(KEPT + 1)]

    assert desk.session(names[0]) is None
    assert isinstance(desk.session(names[-1]), Session)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_in_a_browser(server: Server, scheme: str) -> None:
    """Paste, check and repair with the keyboard alone; axe finds no barrier on either page."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    sync_api = pytest.importorskip("playwright.sync_api")
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()

    def barriers(page: Any) -> list[str]:
        return [rule["id"] for rule in axe.run(page)["violations"]]

    with sync_api.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(color_scheme=scheme, bypass_csp=True, locale="zh-CN")
        page.goto(server.address)
        assert [] == barriers(page)
        page.keyboard.type(ELIDED)
        for _ in ("name", "files", "sources", "check"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector(".finding")
        assert [] == barriers(page)
        page.locator(".finding button").first.press("Enter")
        page.wait_for_selector("text=撤销")
        assert page.locator(".finding").count() == 0
        browser.close()


def test_a_figure_is_recorded_in_the_ledger(tmp_path: Path) -> None:
    """The button of a figure writes its entry, the next page says where, and drafts are held against it from then on."""
    opened = Server(settings=Configuration(claims=tmp_path))
    threading.Thread(target=opened.serve_forever, daemon=True).start()
    editor = Editor(opened)
    page = editor.lay("腾讯2019年营收为3772.9亿元，全年有<3>个项目。\n")
    here = editor.path
    form = re.search(r'<form method="post" action="([^"]*/record)">(.*?)</form>', page, re.DOTALL)
    assert form is not None
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[2]))
    status, told = editor.post(form[1], fields)
    stale, _ = editor.post(f"{here}record", fields | {"digest": "0" * 64})
    again = editor.ask("GET", here)[1].decode()
    conflict = editor.lay("腾讯2019年营收为3472.9亿元。\n")
    opened.shutdown()
    opened.server_close()

    assert 200 == status
    assert f"Recorded in {tmp_path / 'tencent.toml'}." in told
    assert 409 == stale
    assert "Recorded in" not in again
    assert 'amount = "3772.9亿元"' in (tmp_path / "tencent.toml").read_text(encoding="utf-8")
    assert "ledger/conflict" in conflict
    assert 2 == conflict.count('/record"')


def test_without_a_ledger_nothing_is_recorded(server: Server) -> None:
    """There is no button, and a request without one is refused."""
    editor = Editor(server)
    page = editor.lay("腾讯2019年营收为3772.9亿元。\n")

    assert "/record" not in page
    assert 404 == editor.post(f"{editor.path}record", {})[0]
