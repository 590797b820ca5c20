"""The options that every command has, before its name or after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
from attrs import define, field

from mews_toolkit.cli._secrets import Secrets

__all__ = ["Format", "Settings", "settings_of", "shared_options"]


class Format(StrEnum):
    """How rows are written."""

    JSON = "json"
    CSV = "csv"
    TABLE = "table"


@define
class Settings:
    """What the shared options said."""

    environment: str | None = None
    credentials: Path | None = None
    enterprises: tuple[UUID, ...] = ()
    portfolio: bool = False
    zone: tzinfo = UTC
    format: Format | None = None
    color: bool = True
    verbose: bool = False
    secrets: Secrets = field(factory=Secrets)

    def the_enterprise(self) -> UUID | None:
        """The one enterprise of a command that is about one, if it was named.

        Raises:
            click.UsageError: Several were.
        """
        if len(self.enterprises) > 1:
            raise click.UsageError("This is about one enterprise: give --enterprise once")
        return self.enterprises[0] if self.enterprises else None


def settings_of(context: click.Context) -> Settings:
    """The settings of the running command."""
    return cast("Settings", context.find_root().obj)


class _Zone(click.ParamType[Any]):
    name = "zone"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> ZoneInfo:
        try:
            return ZoneInfo(value)
        except (ZoneInfoNotFoundError, OSError, ValueError):
            self.fail(f"{value!r} is no time zone; write it as Europe/Prague", param, ctx)


def _kept(name: str, *, value: object = None) -> Callable[..., None]:
    """A callback that notes what was given, and leaves what a level above noted."""

    def keep(context: click.Context, _: click.Parameter, given: object) -> None:
        if given not in (None, (), False):
            setattr(settings_of(context), name, given if value is None else value)

    return keep


def _chosen(form: Format) -> Callable[..., None]:
    def keep(context: click.Context, _: click.Parameter, given: object) -> None:
        settings = settings_of(context)
        if given and settings.format not in (None, form):
            raise click.UsageError(f"--{settings.format} and --{form} contradict each other")
        if given:
            settings.format = form

    return keep


def shared_options() -> Iterator[click.Option]:
    """Options for a command; what they say is in its settings."""
    for declaration, name, kind, text in (
        ("--environment", "environment", str, "demo, production or a URL [MEWS_ENVIRONMENT]."),
        (
            "--credentials",
            "credentials",
            click.Path(path_type=Path, dir_okay=False),
            "File with the tokens, yours alone (0600) [MEWS_CREDENTIALS].",
        ),
        ("--tz", "zone", _Zone(), "Zone of times given without one, as Europe/Prague [UTC]."),
    ):
        yield click.Option(
            [declaration], type=kind, help=text, callback=_kept(name), expose_value=False
        )
    yield click.Option(
        ["--enterprise"],
        type=click.UUID,
        multiple=True,
        help="Enterprise that it is about; can be repeated.",
        callback=_kept("enterprises"),
        expose_value=False,
    )
    for declaration, callback, text in (
        ("--portfolio", _kept("portfolio"), "The access token is one of a portfolio."),
        ("--json", _chosen(Format.JSON), "One JSON object per line; the default into a pipe."),
        ("--csv", _chosen(Format.CSV), "Comma-separated, with a line of headings."),
        ("--table", _chosen(Format.TABLE), "To be read; the default on a terminal."),
        (
            "--no-color",
            _kept("color", value=False),
            "No colours; NO_COLOR in the environment does the same.",
        ),
        ("--verbose", _kept("verbose"), "Tell on stderr what is decided on the way."),
    ):
        yield click.Option(
            [declaration], is_flag=True, help=text, callback=callback, expose_value=False
        )
