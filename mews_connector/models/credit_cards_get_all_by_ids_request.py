from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardsGetAllByIdsRequest(Model):
    """Which payment cards to list, by their identifiers."""

    credit_card_ids: list[UUID] = field(metadata={"json": "CreditCardIds"})
    """These payment cards."""
