from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .credit_card import CreditCard


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardsGetAllResult(Model):
    """One page of payment cards."""

    credit_cards: list[CreditCard] | None = field(default=None, metadata={"json": "CreditCards"})
    """The payment cards found, newest first."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last and oldest card of this page, to ask for the next one. Null when
    the page is empty."""
