"""Rows as lines of JSON, page by page as they are read."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Self, TypeAlias

from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from mews_connector import Page, errors, models

from .problems import problem

__all__ = ["PaymentLines"]

# Made once: json.dumps would make one for each row.
_text = json.JSONEncoder(separators=(",", ":")).encode

Payments: TypeAlias = Page[models.Payment, models.PaymentsGetAllResult]


class PaymentLines(StreamingResponse):
    """An answer whose reader can tell that it is complete: the last line has `end`.

    Its status was sent long before the seventh page failed. So every line is an object of one
    property that says what it is: a `payment`; `resume`, from which another request goes on after
    this page; and at the end either `end` or `error`. If neither came, the connection was cut.
    """

    media_type = "application/x-ndjson"

    def __init__(self, first: Payments, others: AsyncGenerator[Payments]) -> None:
        super().__init__(_lines(first, others))
        self._others = others

    @classmethod
    async def begun(cls, pages: AsyncGenerator[Payments]) -> Self:
        """Reads the first page, as long as an error can still become a status."""
        return cls(await anext(pages), pages)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers; when the reader hangs up, nothing more is read."""
        async with aclosing(self._others):
            await super().__call__(scope, receive, send)


async def _lines(first: Payments, others: AsyncGenerator[Payments]) -> AsyncGenerator[bytes]:
    rows = len(first.items)
    yield _page(first)
    try:
        async for page in others:
            rows += len(page.items)
            yield _page(page)
    except errors.MewsError as error:
        yield _line("error", problem(error)[1])
    else:
        yield _line("end", {"rows": rows})


def _page(page: Payments) -> bytes:
    lines = [_line("payment", _row(payment)) for payment in page.items]
    if page.resume is not None:
        lines.append(_line("resume", page.resume))
    return b"".join(lines)


def _row(payment: models.Payment) -> Mapping[str, str]:
    # As in Mews, money received is negative. A text keeps every digit, whoever reads it.
    amount = payment.original_amount
    return {
        "id": str(payment.id),
        "created_utc": payment.created_utc.isoformat(),
        "state": payment.state,
        "gross_value": f"{amount.gross_value:f}",
        "currency": amount.currency,
    }


def _line(name: str, value: object) -> bytes:
    return _text({name: value}).encode() + b"\n"
