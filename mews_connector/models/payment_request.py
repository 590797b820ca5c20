from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .amount import Amount
from .payment_request_reason import PaymentRequestReason
from .payment_request_state import PaymentRequestState
from .payment_request_type import PaymentRequestType


@frozen(kw_only=True, eq=False, repr=False)
class PaymentRequest(Model):
    """A request that someone pay, or preauthorize a sum, by themselves."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the payment request."""
    account_id: UUID = field(metadata={"json": "AccountId"})
    """Customer or company that is asked to pay."""
    state: PaymentRequestState = field(metadata={"json": "State"})
    """How far the payment request has come."""
    amount: Amount = field(metadata={"json": "Amount"})
    """What is asked for, as a positive value."""
    type_: PaymentRequestType = field(metadata={"json": "Type"})
    """Whether a payment or a preauthorization is asked for."""
    reason: PaymentRequestReason = field(metadata={"json": "Reason"})
    """Why it is asked for."""
    expiration_utc: datetime = field(metadata={"json": "ExpirationUtc"})
    """When the payment request stops being payable."""
    description: str = field(metadata={"json": "Description", "min_length": 1, "max_length": 1000})
    """What the payer reads. At most 1000 characters."""
    created_utc: datetime = field(metadata={"json": "CreatedUtc"})
    """When the payment request was made."""
    updated_utc: datetime = field(metadata={"json": "UpdatedUtc"})
    """When the payment request last changed."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that asks for the money. Older answers leave it out."""
    customer_id: UUID | None = field(
        default=None, metadata={"json": "CustomerId", "deprecated": "deprecated; use `account_id`"}
    )
    """Customer that is asked to pay. Deprecated; use `account_id`."""
    reservation_group_id: UUID | None = field(default=None, metadata={"json": "ReservationGroupId"})
    """Reservation group that the payment request belongs to."""
    reservation_id: UUID | None = field(default=None, metadata={"json": "ReservationId"})
    """Reservation that the payment request belongs to."""
    notes: str | None = field(default=None, metadata={"json": "Notes", "max_length": 1000})
    """What only the enterprise's staff reads. At most 1000 characters."""
