"""`mews sandbox`: a local Mews until Ctrl-C."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import click

from mews_toolkit.cli._complaint import ComplaintError
from mews_toolkit.cli._exit_code import ExitCode

__all__ = ["command"]


def _run(*, host: str, port: int, **size: Any) -> None:
    try:
        asyncio.run(_serve(host, port, size))
    except ImportError as missing:
        raise ComplaintError(str(missing), ExitCode.SETUP) from None
    except BrokenPipeError:
        raise
    except (OSError, UnicodeError) as error:
        told = getattr(error, "strerror", None) or "that is no name of a host"
        line = f"cannot listen on {host} port {port}: {told}"
        raise ComplaintError(line, ExitCode.SETUP) from None


async def _serve(host: str, port: int, size: dict[str, Any]) -> None:
    from mews_toolkit import sandbox  # noqa: PLC0415 - an extra

    try:
        local = sandbox.Sandbox(**size)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    async with sandbox.serve(local, host, port, control=True) as server:
        click.echo("# A local Mews, until Ctrl-C. In another terminal:")
        # They open nothing but a sandbox, and are the same for everybody.
        for name, value in (
            ("ENVIRONMENT", server.url),
            ("CLIENT_TOKEN", sandbox.CLIENT_TOKEN),
            ("ACCESS_TOKEN", sandbox.ACCESS_TOKEN),
        ):
            click.echo(f"export MEWS_{name}={value}")
        click.echo(f"# All enterprises: {sandbox.PORTFOLIO_ACCESS_TOKEN}, with --portfolio.")
        await asyncio.Event().wait()


def _parameters() -> Iterator[click.Parameter]:
    counted: tuple[tuple[str, click.ParamType[Any], object, str], ...] = (
        ("--host", click.STRING, "127.0.0.1", "Address to listen on."),
        ("--port", click.IntRange(0, 65535), 8008, "Port to listen on; 0 for any."),
        ("--seed", click.INT, 1, "The same seed gives the same data."),
        ("--enterprises", click.IntRange(3, 5), 3, "How many properties there are."),
        ("--payments", click.IntRange(0), 2500, "A year's, of the first property."),
        ("--limit", click.IntRange(1), 200, "Requests per token and window."),
        ("--window", click.FLOAT, 30.0, "Length of the window, in seconds."),
    )
    for declaration, kind, default, text in counted:
        yield click.Option([declaration], type=kind, default=default, show_default=True, help=text)


command = click.Command(
    "sandbox",
    callback=_run,
    params=[*_parameters()],
    short_help="Start a local Mews to try things on.",
    help="Starts a local Mews that remembers what it is told, until Ctrl-C. It prints what to set"
    " for the other commands to reach it. Needs: pip install mews-connector[sandbox]",
)
