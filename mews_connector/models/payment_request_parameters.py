from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .currency_value import CurrencyValue
from .payment_request_reason import PaymentRequestReason
from .payment_request_type import PaymentRequestType


@frozen(kw_only=True, eq=False, repr=False)
class PaymentRequestParameters(Model):
    """One payment request to make."""

    account_id: UUID = field(metadata={"json": "AccountId"})
    """Customer or company to ask."""
    amount: CurrencyValue = field(metadata={"json": "Amount"})
    """What to ask for, taxes included, as a positive value."""
    type_: PaymentRequestType = field(metadata={"json": "Type"})
    """Whether to ask for a payment or a preauthorization."""
    reason: PaymentRequestReason = field(metadata={"json": "Reason"})
    """Why it is asked for."""
    expiration_utc: datetime = field(metadata={"json": "ExpirationUtc"})
    """When the payment request stops being payable."""
    description: str = field(metadata={"json": "Description", "min_length": 1, "max_length": 1000})
    """What the payer reads. At most 1000 characters."""
    notes: str | None = field(default=None, metadata={"json": "Notes", "max_length": 1000})
    """What only the enterprise's staff reads. At most 1000 characters."""
    reservation_id: UUID | None = field(default=None, metadata={"json": "ReservationId"})
    """Reservation that the payment request belongs to."""
    bill_id: UUID | None = field(default=None, metadata={"json": "BillId"})
    """Bill to put the payment on once it is made."""
