"""What an audit journal is told: one record before each write and one after it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, runtime_checkable
from uuid import UUID

from attrs import frozen

from . import _json

__all__ = ["Journal", "JournalAmount", "JournalRecord", "WriteOutcome"]


class WriteOutcome(StrEnum):
    """What became of a write."""

    DONE = "done"
    """The server carried it out and said so."""
    REFUSED = "refused"
    """The server answered that it did not carry it out."""
    NOT_SENT = "not sent"
    """No request was made, or none reached the server."""
    UNKNOWN = "unknown"
    """It may or may not have been carried out."""


@frozen(kw_only=True)
class JournalAmount:
    """One number of the request.

    Attributes:
        path: Where it stands, `Amount.GrossValue` or `Bills[0].Items[1].UnitCount`.
        value: The number as it is sent, sign included.
        currency: The ISO 4217 code beside it, None where there is none: a refund is in the
            currency of its payment, and a count of units is in none.
    """

    path: str
    value: Decimal
    currency: str | None


@frozen(kw_only=True)
class JournalRecord:
    """One of the two records of a write. It holds no token and no card data.

    Attributes:
        call_id: The same in both records of a write, and in no others.
        instant: When the record was made, in UTC.
        operation: Resource and action, such as `payments/refund`.
        external_identifiers: Every external identifier of the request.
        amounts: Every number of the request.
        ids: Every id that the request names, by its path: `PaymentId`, `BillId`.
        outcome: What became of the write; None in the record before it.
        request_id: The server's id of the last request, if it answered.
        attempts: How many requests were sent, or may have been; 0 in the record before.
        error: The class of the error that the call raised, None without one.
    """

    call_id: UUID
    instant: datetime
    operation: str
    external_identifiers: tuple[str, ...]
    amounts: tuple[JournalAmount, ...]
    ids: tuple[tuple[str, UUID], ...]
    outcome: WriteOutcome | None = None
    request_id: str | None = None
    attempts: int = 0
    error: str | None = None

    def to_json(self) -> bytes:
        """The record as one JSON object on one line.

        Amounts are texts, since most readers of JSON would make floats of numbers.
        """
        return _json.encode(
            {
                "call_id": self.call_id,
                "record": "before" if self.outcome is None else "after",
                "instant": self.instant,
                "operation": self.operation,
                "external_identifiers": self.external_identifiers,
                "amounts": [
                    {"path": it.path, "value": str(it.value), "currency": it.currency}
                    for it in self.amounts
                ],
                "ids": dict(self.ids),
                "outcome": self.outcome,
                "request_id": self.request_id,
                "attempts": self.attempts,
                "error": self.error,
            }
        )


@runtime_checkable
class Journal(Protocol):
    """Where the records go. `JsonLinesJournal` is the one for a file."""

    async def write(self, record: JournalRecord, /) -> None:
        """Keeps the record; it is durable when this returns.

        Whatever it raises for the record before a write keeps that from being sent.
        """
        ...
