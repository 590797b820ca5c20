"""`mews reconcile`: a hotel's days, added up."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from mews_connector import models
from mews_toolkit.cli._connect import connect
from mews_toolkit.cli._exit_code import ExitCode
from mews_toolkit.cli._in_options import in_options
from mews_toolkit.cli._moments import DAY
from mews_toolkit.cli._picture_file import PICTURE, PictureFile
from mews_toolkit.cli._printable import printable
from mews_toolkit.cli._settings import Format, Settings, settings_of, shared_options
from mews_toolkit.export import csv_lines, text_of
from mews_toolkit.workflows import Reconciliation, reconcile

__all__ = ["command"]

_OPTIONS = {
    "first_day": "--from",
    "first": "--from",
    "last_day": "--to",
    "last": "--to",
    "mews": "--enterprise",
    "enterprise_id": "--enterprise",
}
_LEDGERS = [str(each.value) for each in models.LedgerType]


@click.pass_context
def _run(
    context: click.Context,
    /,
    first_day: date,
    last_day: date,
    ledger: tuple[str, ...] | None,
    plot: Path | None,
) -> int:
    settings = settings_of(context)
    picture = PictureFile.at(plot) if plot else None
    keywords: dict[str, Any] = {}
    if ledger:
        keywords["ledger_types"] = [models.LedgerType(each) for each in ledger]
    result, zone, hotel = asyncio.run(
        _reconciled(settings, first_day, last_day, keywords, named=picture is not None)
    )
    _write(settings, result)
    if picture and hotel:
        picture.draw(result, zone, name=hotel.name, own_zone=hotel.time_zone_identifier)
    return ExitCode.UNBALANCED if result.unbalanced else ExitCode.DONE


async def _reconciled(
    settings: Settings, first_day: date, last_day: date, keywords: dict[str, Any], *, named: bool
) -> tuple[Reconciliation, ZoneInfo, models.ConfigurationEnterprise | None]:
    """The figures, whose days they are, and of whom if that is asked for."""
    zone = settings.zone if isinstance(settings.zone, ZoneInfo) else None
    hotel: models.ConfigurationEnterprise | None = None
    async with connect(settings) as mews:
        enterprise = settings.the_enterprise()
        view = mews if enterprise is None else mews.for_enterprise(enterprise)
        if named or zone is None:
            hotel = (await view.configuration.get()).enterprise
            zone = zone or _own_zone(hotel)
        with in_options(_OPTIONS):
            return await reconcile(view, first_day, last_day, zone, **keywords), zone, hotel


def _own_zone(hotel: models.ConfigurationEnterprise) -> ZoneInfo:
    name = hotel.time_zone_identifier
    click.echo(f"mews: days are those of {name}", err=True)
    return ZoneInfo(name)


def _write(settings: Settings, result: Reconciliation) -> None:
    form = settings.format or (Format.TABLE if sys.stdout.isatty() else Format.JSON)
    if form is Format.TABLE:
        for line in result.table().splitlines():
            click.echo(printable(line))
        return
    rows = result.rows()
    if form is Format.JSON:
        for row in rows:
            click.echo(text_of(row))
        return
    cells = [[text_of(row[name]) for name in rows[0]] for row in rows]
    sys.stdout.write(csv_lines([list(rows[0]), *cells]))


def _parameters() -> Iterator[click.Parameter]:
    for declaration, name, text in (
        ("--from", "first_day", "The hotel's first day, as 2026-01-31."),
        ("--to", "last_day", "The last one, included."),
    ):
        yield click.Option([declaration, name], type=DAY, required=True, help=text)
    yield click.Option(
        ["--ledger"],
        type=click.Choice(_LEDGERS, case_sensitive=False),
        multiple=True,
        help="Ledger to read; can be repeated. All but NonRevenue by default.",
    )
    yield click.Option(
        ["--plot"],
        type=PICTURE,
        help="Draw payments per day by type, too; the file ends in .png or .svg.",
    )
    yield from shared_options()


command = click.Command(
    "reconcile",
    callback=_run,
    params=[*_parameters()],
    short_help="Add up a hotel's days.",
    help=(
        "Adds up what was closed on a hotel's days, by currency and type, lists bills that do not"
        " balance, and tells what the ledgers moved by. It only reads. Days are those of --tz, or"
        " of the hotel's own zone.\n\nIt ends with 12 if a bill does not balance."
    ),
)
