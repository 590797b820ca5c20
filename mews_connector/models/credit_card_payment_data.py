from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .credit_card_transaction import CreditCardTransaction


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardPaymentData(Model):
    """About a card payment."""

    credit_card_id: UUID | None = field(default=None, metadata={"json": "CreditCardId"})
    """Card that was charged."""
    transaction: CreditCardTransaction | None = field(
        default=None, metadata={"json": "Transaction"}
    )
    """What the payment provider charged and paid out. Often null."""
