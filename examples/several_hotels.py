"""Several hotels, each with an access token: what came in on their last seven final days.

python several_hotels.py tokens.json

The file is yours alone and holds {"Riverside": "the access token of that hotel", ...}.
It reads MEWS_ENVIRONMENT, MEWS_CLIENT_TOKEN and MEWS_CLIENT, and ends with 1 if a hotel is missing.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias
from zoneinfo import ZoneInfo

from mews_connector import MewsClient, errors
from mews_toolkit.history import days, safe_until
from mews_toolkit.money import by_currency, received
from mews_toolkit.portfolio import Fleet, each

Week: TypeAlias = dict[date, dict[str, Decimal]]


async def last_week(hotel: MewsClient) -> Week:
    """What came in on each of seven days of the hotel that nobody can edit any more."""
    configuration = await hotel.configuration.get()
    zone = ZoneInfo(configuration.enterprise.time_zone_identifier)
    last = safe_until(configuration).astimezone(zone).date() - timedelta(days=1)
    week: Week = {}
    for day, interval in days(zone, last - timedelta(days=6), last):
        payments = await hotel.payments.get_all(charged_utc=interval).collect()
        week[day] = by_currency(received(it) for it in payments)
    return week


async def main(access_tokens: dict[str, str]) -> int:
    """Reads all hotels, four at a time; one that fails loses nothing of the others."""
    async with Fleet(
        access_tokens,
        environment=os.environ["MEWS_ENVIRONMENT"],
        client_token=os.environ["MEWS_CLIENT_TOKEN"],
        client=os.environ["MEWS_CLIENT"],
    ) as hotels:
        outcomes = await each(hotels, last_week, concurrency=4)
    for name, week in outcomes.results.items():
        for day, sums in week.items():
            came_in = ", ".join(f"{value} {currency}" for currency, value in sums.items())
            print(f"{name:20} {day}  {came_in or 'nothing'}")
    for name, error in outcomes.failures.items():
        print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
    return 1 if outcomes.failures else 0


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))))
    except errors.MewsError as error:
        sys.exit(f"{type(error).__name__}: {error}")
