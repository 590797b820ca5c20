"""From arguments to an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click
from click.shell_completion import shell_complete

from mews_toolkit.cli._app import app
from mews_toolkit.cli._complaint import ENDINGS, complaint_about
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.cli._printable import printable
from mews_toolkit.cli._settings import Settings
from mews_toolkit.cli._told import decisions_told

__all__ = ["run"]

_COMPLETE = "_MEWS_COMPLETE"


def run(arguments: Sequence[str]) -> int:
    """Runs the command with these arguments, and gives its exit code."""
    asked = os.environ.get(_COMPLETE)
    if asked:
        return shell_complete(app, {"obj": Settings()}, "mews", _COMPLETE, asked)
    settings = Settings()
    for name in ("MEWS_CLIENT_TOKEN", "MEWS_ACCESS_TOKEN"):
        settings.secrets.add(os.environ.get(name, ""))
    try:
        _in_utf8(sys.stdout)
        code = _invoke(arguments, settings)
        sys.stdout.flush()
    except BrokenPipeError:
        # Otherwise Python tries once more to write the rest, and says that it could not.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.PIPE_CLOSED
    except ENDINGS as end:
        complaint = complaint_about(end)
        line = printable(settings.secrets.masked(complaint.line))
        sys.stderr.write(f"mews: {line}\n")
        return complaint.code
    return code


def _invoke(arguments: Sequence[str], settings: Settings) -> int:
    try:
        with app.make_context("mews", [*arguments], obj=settings) as context:
            with decisions_told(settings):
                code = app.invoke(context)
            return ExitCode.DONE if code is None else int(code)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return ExitCode.USAGE
    except click.exceptions.Exit as end:
        return end.exit_code


def _in_utf8(stream: object) -> None:
    """Has rows written as the API has them, whatever the locale; a terminal knows its own."""
    if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
        stream.reconfigure(encoding="utf-8", newline="")
