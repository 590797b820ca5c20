"""A plain script: the payments of the last seven days, and what came in, per currency.

It reads MEWS_ENVIRONMENT, MEWS_CLIENT_TOKEN, MEWS_ACCESS_TOKEN and MEWS_CLIENT.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime, timedelta

from mews_connector import MewsClient, errors, models
from mews_toolkit.money import by_currency, received


async def list_payments(mews: MewsClient) -> None:
    """Prints a line for each payment as its page comes, and the sums."""
    now = datetime.now(UTC)
    week = models.TimeInterval(start_utc=now - timedelta(days=7), end_utc=now)
    came_in: list[models.CurrencyValue] = []
    async for payment in mews.payments.get_all(created_utc=week):
        # Positive for money that came in; Mews itself counts the other way round.
        money = received(payment, original=True)
        came_in.append(money)
        when = f"{payment.created_utc:%Y-%m-%d %H:%M}Z"
        print(f"{when} {payment.state:10} {payment.id} {money.value} {money.currency}")
    for currency, value in by_currency(came_in).items():
        print(f"{currency} {value}")


async def main() -> None:
    """Opens a client for as long as it is needed."""
    async with MewsClient.from_env() as mews:
        await list_payments(mews)


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except errors.MewsError as error:
        sys.exit(f"{type(error).__name__}: {error}")
