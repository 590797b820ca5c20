from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardsAddTokenizedResult(Model):
    """What was stored."""

    credit_card_id: UUID | None = field(default=None, metadata={"json": "CreditCardId"})
    """Identifier of the stored payment card."""
