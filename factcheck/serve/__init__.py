"""The review page: a server on the loopback interface, for one editor on this machine.

Paste a text or choose files, see the figures marked with the working beside them, apply a repair, take the text or the Word file with
comments away. Every page is made here, in plain HTML: no script runs in the browser, and nothing leaves the machine.
"""

from __future__ import annotations

import secrets
import webbrowser
from collections.abc import Callable
from http.server import ThreadingHTTPServer
from pathlib import Path

from factcheck.ledger import Ledger
from factcheck.serve.handler import Handler
from factcheck.serve.session import Desk

__all__ = ["Server", "serve"]

LOOPBACK = "127.0.0.1"


class Server(ThreadingHTTPServer):
    """The server with the desk that holds the drafts. Its address has a secret in it, so that no other page can guess it."""

    daemon_threads = True

    def __init__(self, *, port: int = 0, ledger: Ledger | None = None, folder: Path | None = None) -> None:
        super().__init__((LOOPBACK, port), Handler)
        self.desk = Desk(ledger=ledger, folder=folder)
        self.secret = secrets.token_urlsafe(16)

    @property
    def origin(self) -> str:
        """What a browser calls this server."""
        return f"http://{LOOPBACK}:{self.server_port}"

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"{self.origin}/{self.secret}/"


def serve(server: Server, *, show: bool, tell: Callable[[str], None]) -> None:
    """Serve until interrupted; `show` opens the page in the browser."""
    tell(server.address)
    if show:
        webbrowser.open(server.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
