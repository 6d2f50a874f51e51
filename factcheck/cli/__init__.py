"""The command line. What a command needs is imported when it runs, so that `factcheck --help` is there at once.

Exit status: 0 nothing at or above `--fail-on`, 1 findings, 2 could not run (bad option, unreadable file, broken ledger).
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module

import click

from factcheck import __version__
from factcheck.cli.inputs import DONE, FAILED
from factcheck.failure import told
from factcheck.guess import did_you_mean
from factcheck.kept import store

# Each command and the module that holds it under its name.
COMMANDS = {
    "check": "checking",
    "compare": "comparing",
    "extract": "checking",
    "repair": "repairing",
    "explain": "explaining",
    "claims": "ledger",
    "baseline": "baseline",
    "config": "configuring",
    "serve": "serving",
    "lsp": "editing",
}


class Lazy(click.Group):
    """A group whose commands are imported when one is asked for, and that guesses at what a misspelt one was meant to be."""

    def resolve_command(self, context: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for. Raises UsageError for one that does not exist."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            context.fail(f'no command "{name}"{did_you_mean(name, COMMANDS)}')
        return super().resolve_command(context, args)

    def list_commands(self, _context: click.Context) -> list[str]:
        """The names of the commands, as they are listed."""
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The command of a name."""
        if name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"factcheck.cli.{COMMANDS[name]}"), name)
        return found


def main() -> None:
    """Run the command line; a mistake in it is one line, like any other problem."""
    # A run makes half a million objects that live to its end; looking through them again and again takes a tenth of a short run.
    gc.set_threshold(200_000, 50, 50)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show 亿 shows a question mark; it does not stop the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        status = commands.main(prog_name="factcheck", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        status = FAILED
    except click.ClickException as error:
        hint = f"; see {error.ctx.command_path} --help" if isinstance(error, click.UsageError) and error.ctx else ""
        click.echo(f"factcheck: {error.format_message().rstrip('.')}{hint}", err=True)
        status = FAILED
    except click.Abort:
        status = 130
    except Exception as error:  # a defect of factcheck: no reader of drafts is served by a traceback
        click.echo(f"factcheck: internal error: {told(error)}; please report it", err=True)
        status = FAILED
    store().write()
    gc.freeze()  # what lives to the end is not looked through again when the interpreter goes down
    sys.exit(status if isinstance(status, int) else DONE)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck")
def commands() -> None:
    """Check the numbers in a draft, in Chinese and English."""
