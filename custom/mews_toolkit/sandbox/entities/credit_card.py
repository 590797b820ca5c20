"""Payment cards of customers, without the digits that would let anyone charge them."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from mews_toolkit.sandbox.entities.vocabulary import (
    CreditCardFormat,
    CreditCardKind,
    CreditCardState,
)


class CreditCard(Struct, frozen=True, gc=False, kw_only=True, rename="pascal"):
    """A customer's payment card."""

    id: UUID
    enterprise_id: UUID
    customer_id: UUID
    is_active: bool = True
    state: CreditCardState = "Enabled"
    kind: CreditCardKind
    format: CreditCardFormat | None = None
    type: str | None = None
    obfuscated_number: str | None
    expiration: str | None
    created_utc: datetime
    updated_utc: datetime

    @property
    def is_chargeable(self) -> bool:
        """Whether the API lets it be charged at all; the gateway may still decline."""
        return self.kind == "Gateway" and self.state == "Enabled" and self.is_active
