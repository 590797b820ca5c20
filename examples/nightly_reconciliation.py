"""A nightly job: adds up the hotel's yesterday and writes it to a CSV file.

0 5 * * *  python nightly_reconciliation.py books

It ends with 0 if every bill balances, with 3 if one does not, and with 4 if nothing could be read
and so nothing was written. It may run again at any time: the file of a day is written anew, and is
always whole. Figures can change for as long as the hotel lets its history be edited.
"""

from __future__ import annotations

import asyncio
import csv
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from mews_connector import MewsClient, errors
from mews_toolkit.workflows import Reconciliation, reconcile

BALANCED, UNBALANCED, UNREAD = 0, 3, 4


async def yesterday_of(mews: MewsClient, now: datetime) -> tuple[date, ZoneInfo]:
    """The last day that is over on the hotel's clocks, wherever this machine is."""
    configuration = await mews.configuration.get()
    zone = ZoneInfo(configuration.enterprise.time_zone_identifier)
    return now.astimezone(zone).date() - timedelta(days=1), zone


def write(result: Reconciliation, folder: Path) -> Path:
    """Writes the file of the day; nobody ever sees half of it."""
    rows = result.rows()
    path = folder / f"reconciliation-{result.last_day}.csv"
    unfinished = path.with_suffix(".unfinished")
    folder.mkdir(parents=True, exist_ok=True)
    with unfinished.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return unfinished.replace(path)


async def run(mews: MewsClient, folder: Path, now: datetime) -> int:
    """Does the work of one night, and gives the exit code.

    Raises:
        MewsError: Something could not be read; nothing was written.
    """
    day, zone = await yesterday_of(mews, now)
    result = await reconcile(mews, day, day, zone)
    print(write(result, folder))
    for bill in result.unbalanced:
        print(f"bill {bill.bill_id}: {bill.balance} {bill.currency}", file=sys.stderr)
    return UNBALANCED if result.unbalanced else BALANCED


async def main(folder: Path) -> int:
    """Opens a client for as long as it is needed."""
    try:
        async with MewsClient.from_env() as mews:
            return await run(mews, folder, datetime.now(UTC))
    except errors.MewsError as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return UNREAD


if __name__ == "__main__":
    sys.exit(asyncio.run(main(Path(sys.argv[1]))))
