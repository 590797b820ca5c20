from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .currency_value import CurrencyValue
from .payment_state import PaymentState
from .refund_type import RefundType


@frozen(kw_only=True, eq=False, repr=False)
class PaymentsRefundResult(Model):
    """The refund that was started."""

    payment_id: UUID = field(metadata={"json": "PaymentId"})
    """Payment that is refunded."""
    refund_id: UUID = field(metadata={"json": "RefundId"})
    """Identifier of the refund, which is a payment of its own."""
    type_: RefundType = field(metadata={"json": "Type"})
    """Type of the refunded payment."""
    amount: CurrencyValue = field(metadata={"json": "Amount"})
    """What is given back, as a positive value."""
    state: PaymentState | None = field(default=None, metadata={"json": "State"})
    """How far the refund has come. `Pending` may still turn into `Failed`. Older answers leave
    it out."""
