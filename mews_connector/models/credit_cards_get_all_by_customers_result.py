from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .credit_card import CreditCard


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardsGetAllByCustomersResult(Model):
    """The payment cards of the customers asked for."""

    credit_cards: list[CreditCard] | None = field(default=None, metadata={"json": "CreditCards"})
    """The payment cards found."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Of no use here, since the request cannot ask for a page; the vendor's document lists it."""
