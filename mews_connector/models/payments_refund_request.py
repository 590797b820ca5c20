from decimal import Decimal
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class PaymentsRefundRequest(Model):
    """Which payment to give back, how much of it and why."""

    payment_id: UUID = field(metadata={"json": "PaymentId"})
    """Payment to refund."""
    account_id: UUID = field(metadata={"json": "AccountId"})
    """Customer or company that the payment belongs to."""
    reason: str = field(metadata={"json": "Reason", "min_length": 1})
    """Why the money goes back."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that the payment belongs to. Needed with a portfolio token, ignored otherwise."""
    value_to_refund: Decimal | None = field(default=None, metadata={"json": "ValueToRefund"})
    """How much to give back, as a positive value in the payment's currency; all of it when left
    out."""
