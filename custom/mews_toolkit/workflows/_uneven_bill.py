from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from attrs import frozen

from mews_connector import models

__all__ = ["UnevenBill"]


@frozen
class UnevenBill:
    """A bill whose items and payments of the days do not come to zero, in one currency.

    Positive is unpaid, negative is paid too much.

    Attributes:
        bill_id: The bill.
        currency: The currency of the figures.
        closed: What is on it and was closed on the days.
        balance: Everything that is on it, whenever it was closed, as a second read told it.
        bill: The bill as it is listed; None where it is not.
    """

    bill_id: UUID
    currency: str
    closed: Decimal
    balance: Decimal
    bill: models.Bill | None
