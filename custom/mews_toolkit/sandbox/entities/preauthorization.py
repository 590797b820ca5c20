"""Preauthorizations: sums that are, or were, held on a payment card."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.amount import Amount
from mews_toolkit.sandbox.entities.vocabulary import PreauthorizationState


class PreauthorizationFacts(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """What the API tells about a preauthorization: not when it was made, nor by which enterprise.

    The amount is positive.
    """

    id: UUID
    customer_id: UUID
    credit_card_id: UUID
    reservation_id: UUID | None
    amount: Amount
    state: PreauthorizationState
    code: str | None
    is_active: bool


class Preauthorization(Struct, frozen=True, gc=False, kw_only=True):
    """A sum held on a card of a customer of this enterprise."""

    facts: PreauthorizationFacts
    enterprise_id: UUID
    created_utc: datetime

    @property
    def id(self) -> UUID:
        """Its identifier."""
        return self.facts.id
