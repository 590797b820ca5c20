"""Cashiers, and the cash that goes into them and comes out of them."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.amount import CurrencyValue
from mews_toolkit.sandbox.entities.vocabulary import CashierTransactionType


class Cashier(Struct, frozen=True, kw_only=True, rename="pascal"):
    """A place where cash is kept."""

    id: UUID
    enterprise_id: UUID
    is_active: bool
    name: str
    created_utc: datetime
    updated_utc: datetime


class CashierTransaction(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """Cash that was moved: positive into the cashier, negative out of it."""

    id: UUID
    enterprise_id: UUID
    cashier_id: UUID
    payment_id: UUID | None
    created_utc: datetime
    number: str
    notes: str | None
    amount: CurrencyValue
    type: CashierTransactionType | None
