from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardsChargeResult(Model):
    """The payment that was made."""

    payment_id: UUID | None = field(default=None, metadata={"json": "PaymentId"})
    """Identifier of the payment. Whether it succeeded is told by its state, in payments/getAll."""
