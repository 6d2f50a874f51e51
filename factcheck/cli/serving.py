"""`factcheck serve`: the review page."""

from __future__ import annotations

import sys

import click

from factcheck.cli.inputs import DONE, FAILED, configured, load_ledger, telling
from factcheck.terminal import Problems, put


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="NUMBER", help="A port of this machine; any free one by default."
)
@click.option("--claims", metavar="DIR", help="The ledger: a folder of claims to check against.")
@telling
@click.option("--no-browser", is_flag=True, help="Only print the address.")
def serve(port: int, claims: str | None, messages: str | None, *, no_browser: bool) -> int:
    """Open the review page: paste a draft, see its figures marked, repair. Nothing leaves this machine."""
    from factcheck.config import ConfigurationError
    from factcheck.serve import Server
    from factcheck.serve import serve as run

    problems = Problems()
    try:
        settings = configured({"claims": claims, "messages": messages})
        server = Server(port=port, settings=settings, ledger=load_ledger(settings.claims, problems))
    except (ConfigurationError, OSError) as error:
        problems.tell(f"--port {port}: {error.strerror}; choose another" if isinstance(error, OSError) else error)
        return FAILED
    if problems.met:
        server.server_close()
        return FAILED
    run(server, show=not no_browser, tell=say)
    return DONE


def say(address: str) -> None:
    """Print the address at once: what comes next is waiting."""
    put(f"{address}\n")
    sys.stdout.flush()
