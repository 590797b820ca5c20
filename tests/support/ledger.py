"""A hotel with a payment on each day, whose pages are answered without a socket."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx

from mews_connector import MewsClient, RateLimit, RetryPolicy, models
from support.clients import ACCESS_TOKEN, BASE_URL, CLIENT_TOKEN

__all__ = ["FIRST_DAY", "Ledger", "all_days"]

FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)


def all_days(days: int) -> models.TimeInterval:
    """The span from the first day on."""
    return models.TimeInterval(start_utc=FIRST_DAY, end_utc=FIRST_DAY + timedelta(days=days))


class Ledger:
    """It answers `payments/getAll` for the days that are asked for, newest first.

    Args:
        amounts: The amount of each day, as JSON.
        before: Called with the number of each request from 1, before it is answered.
        overlap: How many rows of a page the next one has again.
    """

    def __init__(
        self,
        amounts: list[str],
        *,
        before: Callable[[int], object] = lambda _: None,
        overlap: int = 0,
    ) -> None:
        self._amounts = amounts
        self._overlap = overlap
        self._before = before
        self.requests = 0

    def client(self, **keywords: Any) -> MewsClient:
        """A client that nothing holds up; of a portfolio if that is said."""
        defaults: dict[str, Any] = {
            "environment": BASE_URL,
            "client_token": CLIENT_TOKEN,
            "access_token": ACCESS_TOKEN,
            "client": "Specification 1.0",
            "retry": RetryPolicy(attempts=1),
            "rate_limit": RateLimit(1_000_000),
            "http_client": httpx.AsyncClient(transport=httpx.MockTransport(self._answer)),
        }
        return MewsClient(**(defaults | keywords))

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests += 1
        self._before(self.requests)
        asked = json.loads(request.content)
        span = asked["CreatedUtc"]
        start, end = (datetime.fromisoformat(span[it]) for it in ("StartUtc", "EndUtc"))
        days = range((start - FIRST_DAY).days, min((end - FIRST_DAY).days, len(self._amounts)))
        limitation = asked["Limitation"]
        cursor = limitation.get("Cursor")
        before = days.stop if cursor is None else UUID(cursor).int + self._overlap
        older = [day for day in reversed(days) if day < before]
        shown = older[: limitation["Count"]]
        return httpx.Response(200, text=self._page(shown, more=len(shown) < len(older)))

    def _page(self, days: list[int], *, more: bool) -> str:
        cursor = f'"{UUID(int=days[-1])}"' if more else "null"
        return f'{{"Payments":[{",".join(map(self._payment, days))}],"Cursor":{cursor}}}'

    def _payment(self, day: int) -> str:
        created = (FIRST_DAY + timedelta(days=day)).isoformat().replace("+00:00", "Z")
        amount = f'{{"Currency":"GBP","GrossValue":{self._amounts[day]},"TaxValues":[]}}'
        return (
            f'{{"Id":"{UUID(int=day)}","EnterpriseId":"{UUID(int=1000)}",'
            f'"AccountId":"{UUID(int=2000)}","Amount":{amount},"OriginalAmount":{amount},'
            f'"CreatedUtc":"{created}","UpdatedUtc":"{created}","AccountingState":"Open",'
            f'"State":"Charged","Notes":"day, {day}\\n\\"ü\\""}}'
        )
