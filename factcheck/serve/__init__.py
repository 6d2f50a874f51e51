"""The review page: a server on the loopback interface, for one editor on this machine.

Paste a text or choose files, see the figures marked with the working beside them, apply a repair, take the text or the Word file with
comments away. Every page is made here, in plain HTML: no script runs in the browser, and nothing leaves the machine.
"""

from __future__ import annotations

import webbrowser
from collections.abc import Callable

from factcheck.serve.handler import Server

__all__ = ["Server", "serve"]


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
