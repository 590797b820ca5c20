from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .credit_card_data import CreditCardData


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardsAddTokenizedRequest(Model):
    """A payment card that a vault keeps, and whose it is."""

    customer_id: UUID = field(metadata={"json": "CustomerId"})
    """Customer whose card it is."""
    credit_card_data: CreditCardData = field(metadata={"json": "CreditCardData"})
    """Where the vault keeps the card."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise to store the card in. Needed with a portfolio token, ignored otherwise."""
