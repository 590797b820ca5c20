"""Pages of payments that are known by small numbers, and what was asked for to get them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, Paginator, models

__all__ = ["ACCOUNT", "Payments", "asked", "numbers", "page", "payments", "walk"]

Payments = Paginator[models.Payment, models.PaymentsGetAllResult]

ACCOUNT = UUID("1f5e8a10-5c8f-4f4d-9a3e-6a2b7d1c0e55")

_AMOUNT: dict[str, Any] = {"Currency": "GBP", "GrossValue": -10, "TaxValues": []}


def page(*rows: int, cursor: int | None = None) -> dict[str, Any]:
    """An answer of `payments/getAll` with these rows."""
    return {
        "Payments": [_payment(row) for row in rows],
        "Cursor": None if cursor is None else str(UUID(int=cursor)),
    }


def payments(mews: MewsClient, **keywords: Any) -> Payments:
    """A query whose answers the test gives."""
    arguments: dict[str, Any] = {"account_ids": [ACCOUNT], **keywords}
    return mews.payments.get_all(**arguments)


async def walk(query: Payments, rows: list[int]) -> None:
    """Takes row after row, so that an error leaves those that came before it."""
    async for row in query:
        rows.append(row.id.int)  # noqa: PERF401 - see above


def numbers(rows: Iterable[models.Payment]) -> list[int]:
    """The rows by their numbers."""
    return [row.id.int for row in rows]


def asked(httpx_mock: HTTPXMock) -> list[tuple[int, int | None]]:
    """How many rows after which row each request so far asked for."""
    return [_limitation(json.loads(each.content)) for each in httpx_mock.get_requests()]


def _limitation(request: dict[str, Any]) -> tuple[int, int | None]:
    limitation = request["Limitation"]
    cursor = limitation.get("Cursor")
    return limitation["Count"], None if cursor is None else UUID(cursor).int


def _payment(number: int) -> dict[str, Any]:
    return {
        "Id": str(UUID(int=number)),
        "EnterpriseId": "8ddea57b-6a5c-4eec-8c4c-24467dce118e",
        "AccountId": str(ACCOUNT),
        "Amount": _AMOUNT,
        "OriginalAmount": _AMOUNT,
        "CreatedUtc": "2026-11-20T10:00:00Z",
        "UpdatedUtc": "2026-11-20T10:00:00Z",
        "AccountingState": "Open",
        "State": "Charged",
    }
