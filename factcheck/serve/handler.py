"""Requests: refused unless they come from this page, answered with whole pages."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import quote

from factcheck.config import Configuration
from factcheck.engine import Report
from factcheck.failure import told
from factcheck.ledger import Ledger
from factcheck.messages import LANGUAGES, Language, say
from factcheck.report.word import commented
from factcheck.serve.forms import Form, by_name, form_of
from factcheck.serve.session import Desk, Session, is_text
from factcheck.serve.views import POLICY, desk_page, edit_page, refusal_page, review_page

LOOPBACK = "127.0.0.1"
# A draft with its pictures; the text in it is limited by its reader.
LIMIT = 64 * 2**20
# Seconds in which a request must come whole: a connection that says nothing does not hold a thread for ever.
PATIENCE = 30
# Bytes of a body too large that are read so that its sender can be told, and how many at a time.
PATIENT_WITH, PIECE = 2**30, 2**16
SAME = ("same-origin", "none")
GONE = say("This draft is no longer held here. Check it again.")
REFUSED = say("This request was refused: it did not come from this page.")
NOTHING = say("Paste a text, or choose a file.")
TOO_LARGE = say("That is more than this page takes: {limit} MB.", limit=LIMIT // 2**20)


class RefusedError(Exception):
    """A request that is not answered: the status, and the sentence that says why."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(status, why)
        self.status, self.why = status, why


class Handler(BaseHTTPRequestHandler):
    """One request to the review page."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "factcheck"
    sys_version = ""
    timeout = PATIENCE

    def do_GET(self) -> None:
        """Show a page or hand out a file."""
        self.answer({"": self.show_desk, "d": self.show_session})

    def do_POST(self) -> None:
        """Take a draft, apply a repair, change the language."""
        self.answer({"check": self.take_drafts, "language": self.change_language, "d": self.change_session})

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the library's
        """Nothing is logged: an address holds the secret, and a draft is nobody else's business."""

    def answer(self, routes: dict[str, Callable[[list[str]], None]]) -> None:
        """Find who answers a path; whatever goes wrong is a page with a sentence."""
        try:
            parts = self.admitted()
        except RefusedError as refused:
            self.close_connection = True
            # The page that a stranger gets leads nowhere: every path here holds the secret.
            self.send_page(refusal_page(self.language, refused.why), status=refused.status)
            return
        try:
            route = routes.get(parts[0])
            if route is None:
                raise RefusedError(HTTPStatus.NOT_FOUND, GONE)
            route(parts[1:])
        except RefusedError as refused:
            self.close_connection = True  # what is left of its body is not read
            self.send_page(desk_page(self.language, root=self.root, problem=refused.why), status=refused.status)
        except (ConnectionError, TimeoutError):
            self.close_connection = True
        except Exception as error:  # a defect of factcheck: the editor is told, and the server goes on
            self.close_connection = True
            self.send_page(desk_page(self.language, root=self.root, problem=told(error)), status=HTTPStatus.INTERNAL_SERVER_ERROR)

    def admitted(self) -> list[str]:
        """The parts of the path behind the secret. A request from another origin, or under another host's name, is refused."""
        own = {f"127.0.0.1:{self.server.server_port}", f"localhost:{self.server.server_port}"}
        origin = self.headers.get("Origin")
        foreign = origin is not None and origin.removeprefix("http://") not in own
        if self.headers.get("Host") not in own or foreign or self.headers.get("Sec-Fetch-Site", "none") not in SAME:
            raise RefusedError(HTTPStatus.FORBIDDEN, REFUSED)
        first, *parts = self.path.partition("?")[0].removeprefix("/").split("/")
        if first != self.server.secret:
            raise RefusedError(HTTPStatus.NOT_FOUND, REFUSED)
        return parts or [""]

    @property
    def root(self) -> str:
        """The path of the first page."""
        return f"/{self.server.secret}/"

    @property
    def language(self) -> Language:
        """The language that was chosen, or that the browser asks for."""
        wanted = (self.headers.get("Accept-Language") or "").lower()
        return self.server.desk.language or ("zh" if wanted.startswith("zh") else "en")

    def show_desk(self, _: list[str]) -> None:
        """The first page."""
        self.send_page(desk_page(self.language, root=self.root))

    def take_drafts(self, _: list[str]) -> None:
        """Lay what was pasted and chosen on the desk."""
        form = self.form()
        pasted = form.text("text")
        drafts = [*form.files("files")]
        if pasted.strip():
            drafts.append((form.text("name").strip() or "draft.md", pasted.encode("utf-8", "surrogatepass")))
        files = by_name(drafts)
        if not files:
            raise RefusedError(HTTPStatus.BAD_REQUEST, NOTHING)
        name = self.server.desk.open(files, sources=by_name(form.files("sources")))
        self.redirect(f"{self.root}d/{name}/")

    def change_language(self, _: list[str]) -> None:
        """Take the other language from now on."""
        form = self.form()
        for known in LANGUAGES:
            if form.text("choice") == known:
                self.server.desk.language = known
        back = form.text("back")
        self.redirect(back if back.startswith(self.root) else self.root)

    def show_session(self, parts: list[str]) -> None:
        """A session's report, or one of its drafts to edit or to take away."""
        name, what, number = [*parts, "", "", ""][:3]
        session = self.session(name)
        report = self.server.desk.report(session).in_language(self.language)
        if not what:
            records = self.server.desk.settings.claims is not None
            page = review_page(session, name, report, self.language, root=self.root, records=records)
            session.said = ""
            self.send_page(page)
            return
        if not number.isdigit() or int(number) >= len(report.documents):
            raise RefusedError(HTTPStatus.NOT_FOUND, GONE)
        document = report.documents[int(number)]
        content = session.files[document.name]
        if what == "edit" and is_text(document.name):
            here = f"{self.root}d/{name}/"
            self.send_page(edit_page(self.language, document, action=f"{here}edit/{number}", back=here))
        elif what == "text" and is_text(document.name):
            self.send_file(content, document.name)
        elif what == "comments" and document.name.lower().endswith(".docx"):
            self.send_file(commented(report, content, document), document.name)
        else:
            raise RefusedError(HTTPStatus.NOT_FOUND, GONE)

    def change_session(self, parts: list[str]) -> None:
        """Apply a repair, take an edited text, take the last change back, or add a figure to the ledger."""
        name, what, number = [*parts, "", "", ""][:3]
        session, form = self.session(name), self.form()
        back = f"{self.root}d/{name}/"
        if what == "undo":
            session.undo()
        elif what == "fix":
            # The finding behind the mended one takes its number, and is what an editor looks at next.
            back += f"#f{self.apply(session, self.server.desk.report(session), form) + 1}"
        elif what == "edit":
            self.take_edit(session, number, form)
        elif what == "record" and self.server.desk.settings.claims is not None:
            self.record(session, self.server.desk.report(session), form)
        else:
            raise RefusedError(HTTPStatus.NOT_FOUND, GONE)
        self.redirect(back)

    def take_edit(self, session: Session, number: str, form: Form) -> None:
        """Put a text in the place of a draft's, as it was edited in its page."""
        documents, _ = session.read()
        if not number.isdigit() or int(number) >= len(documents) or not is_text(documents[int(number)].name):
            raise RefusedError(HTTPStatus.NOT_FOUND, GONE)
        session.put(documents[int(number)].name, form.text("text"))

    def apply(self, session: Session, report: Report, form: Form) -> int:
        """Apply the repair that a button names, and return the number of its finding; the fingerprint tells that it is still the one that was shown."""
        number, order = form.text("finding"), form.text("fix")
        if not (number.isdigit() and order.isdigit() and int(number) < len(report.findings)):
            raise RefusedError(HTTPStatus.BAD_REQUEST, GONE)
        finding = report.findings[int(number)]
        if finding.fingerprint != form.text("fingerprint") or int(order) >= len(finding.fixes):
            raise RefusedError(HTTPStatus.CONFLICT, GONE)
        if is_text(finding.document.name):
            session.apply(finding, finding.fixes[int(order)])
        return int(number)

    def record(self, session: Session, report: Report, form: Form) -> None:
        """Add the figure that a button names to the ledger; the digest tells that its draft is still the one that was shown."""
        given = [form.text(key) for key in ("digest", "start")]
        found = [claim for claim in report.claims if [claim.document.sha256, str(claim.span.start)] == given]
        if not found:
            raise RefusedError(HTTPStatus.CONFLICT, GONE)
        self.server.desk.record(session, found[0])

    def session(self, name: str) -> Session:
        """The session of a name. Raises RefusedError where it is gone."""
        session = self.server.desk.session(name)
        if session is None:
            raise RefusedError(HTTPStatus.NOT_FOUND, GONE)
        return session

    def form(self) -> Form:
        """The form that was sent. Raises RefusedError where it is larger than the page takes, or of no stated length."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > LIMIT:
            self.discard(int(length) if length.isdigit() else 0)
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)
        return form_of(self.rfile.read(int(length)), kind=self.headers.get("Content-Type", ""))

    def discard(self, length: int) -> None:
        """Read a body that is not looked at: a browser shows the answer only once it has sent all. Of a huge one nothing is read."""
        left = length if length <= PATIENT_WITH else 0
        while left > 0 and (read := self.rfile.read(min(left, PIECE))):
            left -= len(read)

    def redirect(self, path: str) -> None:
        """Lead on to a page, so that reloading it repeats nothing."""
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_page(self, page: str, *, status: HTTPStatus = HTTPStatus.OK) -> None:
        """Send a page with the policy that keeps everything else out."""
        self.send(page.encode("utf-8", "replace"), "text/html; charset=utf-8", status=status)

    def send_file(self, content: bytes, name: str) -> None:
        """Send a file to be saved under its name (RFC 6266)."""
        self.send(content, "application/octet-stream", disposition=f"attachment; filename*=UTF-8''{quote(name, safe='')}")

    def send(self, content: bytes, kind: str, *, status: HTTPStatus = HTTPStatus.OK, disposition: str | None = None) -> None:
        """Send an answer; nothing of it is kept by the browser or shown in another page."""
        self.send_response(status)
        headers = {
            "Content-Type": kind,
            "Content-Length": str(len(content)),
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
        }
        if disposition:
            headers["Content-Disposition"] = disposition
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(content)


class Server(ThreadingHTTPServer):
    """The server with the desk that holds the drafts. Its address has a secret in it, so that no other page can guess it."""

    daemon_threads = True

    def __init__(self, *, port: int = 0, settings: Configuration | None = None, ledger: Ledger | None = None) -> None:
        super().__init__((LOOPBACK, port), Handler)
        self.desk = Desk(settings=settings or Configuration(), ledger=ledger)
        self.secret = secrets.token_urlsafe(16)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away before its answer is no error; anything else is told as the library tells it."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)

    @property
    def origin(self) -> str:
        """What a browser calls this server."""
        return f"http://{LOOPBACK}:{self.server_port}"

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"{self.origin}/{self.secret}/"
