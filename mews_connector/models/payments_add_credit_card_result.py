from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class PaymentsAddCreditCardResult(Model):
    """What was recorded."""

    credit_card_id: UUID | None = field(default=None, metadata={"json": "CreditCardId"})
    """Identifier of the card, not of the payment. Older versions of the API answered without
    it."""
