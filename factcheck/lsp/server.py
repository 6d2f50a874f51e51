"""The server: which messages it takes, and when it answers what."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from factcheck import __version__
from factcheck.config import Configuration
from factcheck.document import Document
from factcheck.failure import told
from factcheck.ledger import Ledger, LedgerError, RecordError, record
from factcheck.lsp.answers import RECORD, actions, diagnostics, hover
from factcheck.lsp.drafts import Draft, Workspace
from factcheck.lsp.positions import offset, span_of
from factcheck.messages import LANGUAGES, Language, in_language, say

# Seconds without an edit after which the whole is checked: longer than between two keys, shorter than a glance.
PAUSE = 0.4
CHANGED = say("The draft was changed since it was checked. Ask again in a moment.")


class Server(LanguageServer):
    """A language server with the drafts of one editor."""

    def __init__(self, *, settings: Configuration, ledger: Ledger | None, folder: Path | None) -> None:
        # Whole texts, since the library would split lines where the protocol does not.
        super().__init__("factcheck", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.drafts = Workspace(settings=settings, ledger=ledger, folder=folder)
        self.waiting: asyncio.TimerHandle | None = None
        self.running: asyncio.Task[None] | None = None

    @property
    def encoding(self) -> str:
        """The units of positions that editor and server agreed on."""
        agreed = self.workspace.position_encoding
        return str(getattr(agreed, "value", None) or agreed or "utf-16")

    @property
    def language(self) -> Language:
        """The language that the editor asked for, or the configuration."""
        return self.drafts.settings.messages or "en"

    def tell(self, draft: Draft) -> None:
        """Send a draft's findings."""
        found = diagnostics(draft, encoding=self.encoding, uri_of=uri_of)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(draft.uri, found, version=draft.version))

    def later(self) -> None:
        """Check the whole when the editor pauses."""
        if self.waiting is not None:
            self.waiting.cancel()
        self.waiting = asyncio.get_running_loop().call_later(PAUSE, self.start)

    def start(self) -> None:
        """Check the whole beside the messages that come in; one run at a time."""
        if self.running is not None and not self.running.done():
            self.later()
            return
        self.running = asyncio.create_task(self.whole())

    async def whole(self) -> None:
        """Check all drafts and send what was found."""
        try:
            await asyncio.get_running_loop().run_in_executor(None, self.drafts.check)
        except Exception as error:  # a defect of factcheck: the editor goes on, and is told
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"factcheck: {told(error)}"))
            return
        for draft in list(self.drafts.open.values()):
            self.tell(draft)

    def prepare(self, given: types.InitializeParams) -> None:
        """Take the language that the editor asks for in its `initializationOptions`: {"messages": "zh"}."""
        asked = given.initialization_options
        language = asked.get("messages") if isinstance(asked, dict) else getattr(asked, "messages", None)
        for known in LANGUAGES:
            if language == known:
                self.drafts.settings = self.drafts.settings.model_copy(update={"messages": known})

    def ready(self, _: types.InitializedParams) -> None:
        """The workspace's folder is where drafts that are not open lie."""
        root = self.workspace.root_path
        if self.drafts.folder is None and root:
            self.drafts.folder = Path(root)

    async def opened(self, given: types.DidOpenTextDocumentParams) -> None:
        """Check what is opened, with all the others."""
        one = given.text_document
        self.drafts.put(one.uri, to_fs_path(one.uri) or one.uri, one.text, one.version)
        self.start()

    async def changed(self, given: types.DidChangeTextDocumentParams) -> None:
        """Answer at once for the paragraphs that changed, and for the whole later."""
        change = given.content_changes[-1]
        if given.text_document.uri in self.drafts.open and isinstance(change, types.TextDocumentContentChangeWholeDocument):
            self.tell(self.drafts.edit(given.text_document.uri, change.text, given.text_document.version))
            self.later()

    async def closed(self, given: types.DidCloseTextDocumentParams) -> None:
        """A closed draft is as it lies in the folder."""
        self.drafts.open.pop(given.text_document.uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(given.text_document.uri, []))
        self.later()

    def hovered(self, given: types.HoverParams) -> types.Hover | None:
        """What the figure under the pointer says."""
        draft = self.drafts.open.get(given.text_document.uri)
        if draft is None:
            return None
        place = offset(draft.document, given.position, encoding=self.encoding)
        return hover(draft, place, encoding=self.encoding, ledger=self.drafts.ledger, language=self.language)

    def acted(self, given: types.CodeActionParams) -> list[types.CodeAction]:
        """What can be done here."""
        draft = self.drafts.open.get(given.text_document.uri)
        if draft is None:
            return []
        span = span_of(draft.document, given.range, encoding=self.encoding)
        records = self.drafts.settings.claims is not None
        return actions(draft, span, encoding=self.encoding, records=records, language=self.language)

    def recorded(self, uri: str, start: int) -> str | None:
        """Add the figure at an offset of a draft to the ledger; the file that it stands in now, None where it was not added."""
        draft, folder = self.drafts.open.get(uri), self.drafts.settings.claims
        found = draft.claim(start) if draft is not None else None
        if draft is None or folder is None or found is None or draft.changes:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, in_language(CHANGED, self.language)))
            return None
        try:
            path = record(folder, found[0])
            self.drafts.ledger = Ledger.load(folder)
        except (RecordError, LedgerError, OSError) as error:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"factcheck: {error}"))
            return None
        recorded = in_language(say("Recorded in {path}.", path=path.as_posix()), self.language)
        self.window_show_message(types.ShowMessageParams(types.MessageType.Info, recorded))
        self.start()
        return path.as_posix()


def uri_of(document: Document) -> str:
    """The address of a document for the editor."""
    return from_fs_path(str(Path(document.name).absolute())) or document.name


def make_server(*, settings: Configuration, ledger: Ledger | None = None, folder: Path | None = None) -> Server:
    """A server ready to be started."""
    server = Server(settings=settings, ledger=ledger, folder=folder)
    takes: dict[str, Callable[..., Any]] = {
        types.INITIALIZE: server.prepare,
        types.INITIALIZED: server.ready,
        types.TEXT_DOCUMENT_DID_OPEN: server.opened,
        types.TEXT_DOCUMENT_DID_CHANGE: server.changed,
        types.TEXT_DOCUMENT_DID_CLOSE: server.closed,
        types.TEXT_DOCUMENT_HOVER: server.hovered,
        types.TEXT_DOCUMENT_CODE_ACTION: server.acted,
    }
    for name, answer in takes.items():
        # The library writes on what it is given, and a bound method takes no writing.
        server.feature(name)(partial(answer))
    server.command(RECORD)(partial(server.recorded))
    return server
