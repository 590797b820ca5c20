"""Payment requests: asking a guest or company to pay by themselves."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.amount import Amount
from mews_toolkit.sandbox.entities.vocabulary import PaymentRequestState, PaymentRequestType


class PaymentRequest(Struct, frozen=True, kw_only=True, rename="pascal"):
    """A request to pay an amount until it expires.

    Only a pending one can still be paid or canceled.
    """

    id: UUID
    enterprise_id: UUID
    account_id: UUID
    customer_id: UUID | None
    reservation_group_id: UUID | None = None
    reservation_id: UUID | None = None
    state: PaymentRequestState
    amount: Amount
    type: PaymentRequestType
    reason: str
    expiration_utc: datetime
    description: str
    notes: str | None = None
    created_utc: datetime
    updated_utc: datetime
