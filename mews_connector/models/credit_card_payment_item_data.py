from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardPaymentItemData(Model):
    """About a card payment."""

    payment_card_id: UUID | None = field(
        default=None, metadata={"json": "PaymentCardId", "older_json": "CreditCardId"}
    )
    """Card that was charged. Older answers call this property `CreditCardId`."""
