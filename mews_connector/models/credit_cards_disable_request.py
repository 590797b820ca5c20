from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardsDisableRequest(Model):
    """Which payment card to take out of use."""

    credit_card_id: UUID = field(metadata={"json": "CreditCardId"})
    """Payment card to disable."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that keeps the card. Needed with a portfolio token, ignored otherwise."""
