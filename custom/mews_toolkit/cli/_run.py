"""From arguments to an exit code."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence

import click
from click.shell_completion import shell_complete

from mews_toolkit.cli._app import app
from mews_toolkit.cli._complaint import ENDINGS, ComplaintError, complaint_about
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.cli._printable import printable
from mews_toolkit.cli._settings import Settings
from mews_toolkit.cli._told import decisions_told

__all__ = ["run"]

_COMPLETE = "_MEWS_COMPLETE"
# What a disk or a quota says that has no room left, and a disk that is broken.
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def run(arguments: Sequence[str]) -> int:
    """Runs the command with these arguments, and gives its exit code."""
    asked = os.environ.get(_COMPLETE)
    if asked:
        return shell_complete(app, {"obj": Settings()}, "mews", _COMPLETE, asked)
    _open_closed_streams()
    settings = Settings()
    for name in ("MEWS_CLIENT_TOKEN", "MEWS_ACCESS_TOKEN"):
        settings.secrets.add(os.environ.get(name, ""))
    try:
        if sys.stdout is None:
            raise ComplaintError("the standard output is closed", ExitCode.SETUP)
        _write_whatever_comes(sys.stdout)
        code = _invoke(_readable(arguments), settings)
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up_stdout()
        return ExitCode.PIPE_CLOSED
    except OSError as error:
        if error.errno not in _FULL:
            raise
        _give_up_stdout()
        line = f"the output breaks off, as it cannot be written: {error.strerror}"
        return _complain(settings, ComplaintError(line, ExitCode.SETUP))
    except ENDINGS as end:
        return _complain(settings, complaint_about(end))
    return code


def _complain(settings: Settings, complaint: ComplaintError) -> ExitCode:
    line = printable(settings.secrets.masked(complaint.line))
    sys.stderr.write(f"mews: {line}\n")
    return complaint.code


def _readable(arguments: Sequence[str]) -> Sequence[str]:
    """The arguments, if each of them is a text that can be sent.

    Raises:
        ComplaintError: One of them is none in the locale's encoding.
    """
    for each in arguments:
        if not each.isascii() and any("\ud800" <= it <= "\udfff" for it in each):
            line = f"{each!a} is no text in this locale, whose encoding is another"
            raise ComplaintError(line, ExitCode.USAGE)
    return arguments


def _open_closed_streams() -> None:
    """Where whoever started the command closed them, nobody answers, and nobody is told."""
    for name, mode in (("stdin", "r"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - a device, for as long as the process lives


def _give_up_stdout() -> None:
    """Otherwise Python tries once more to write the rest, and says that it could not."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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


def _write_whatever_comes(stream: object) -> None:
    """Has rows written as the API has them, whatever the locale.

    A terminal knows its own; what it has no letter for is shown by its number.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return
    if stream.isatty():
        stream.reconfigure(errors="backslashreplace")
    else:
        stream.reconfigure(encoding="utf-8", newline="")
