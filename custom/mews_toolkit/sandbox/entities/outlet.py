"""Outlets: points of sale beside the reception, and what they report."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.amount import Amount
from mews_toolkit.sandbox.entities.vocabulary import OutletItemType


class Outlet(Struct, frozen=True, kw_only=True, rename="pascal"):
    """A point of sale, such as a bar."""

    id: UUID
    enterprise_id: UUID
    is_active: bool
    name: str
    created_utc: datetime
    updated_utc: datetime


class OutletBill(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """What an outlet sold to someone. It never changes."""

    id: UUID
    enterprise_id: UUID
    outlet_id: UUID
    number: str
    closed_utc: datetime
    updated_utc: datetime
    notes: str | None = None

    @property
    def created_utc(self) -> datetime:
        """When it was reported: no answer tells."""
        return self.updated_utc


class OutletItem(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """One line of such a bill. Payments are negative."""

    id: UUID
    enterprise_id: UUID
    bill_id: UUID
    accounting_category_id: UUID | None = None
    type: OutletItemType
    name: str
    unit_count: int
    unit_amount: Amount
    created_utc: datetime
    updated_utc: datetime
    consumed_utc: datetime
    external_identifier: str | None = None
    notes: str | None = None
    payment_card_payment_id: UUID | None = None
