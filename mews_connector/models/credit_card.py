from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .credit_card_format import CreditCardFormat
from .credit_card_kind import CreditCardKind
from .credit_card_state import CreditCardState
from .credit_card_type import CreditCardType


@frozen(kw_only=True, eq=False, repr=False)
class CreditCard(Model):
    """A customer's payment card, without the digits that would let anyone charge it."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the payment card."""
    customer_id: UUID = field(metadata={"json": "CustomerId"})
    """Customer whose card it is."""
    is_active: bool = field(metadata={"json": "IsActive"})
    """Whether the card is still in use."""
    created_utc: datetime = field(metadata={"json": "CreatedUtc"})
    """When the card was stored."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that keeps the card. Older answers leave it out."""
    state: CreditCardState | None = field(default=None, metadata={"json": "State"})
    """Whether the card is enabled."""
    kind: CreditCardKind | None = field(default=None, metadata={"json": "Kind"})
    """How the enterprise came by the card, on which depends whether it can be charged."""
    format_: CreditCardFormat | None = field(default=None, metadata={"json": "Format"})
    """Whether the card exists as an object."""
    type_: CreditCardType | None = field(default=None, metadata={"json": "Type"})
    """Brand of the card, where it is known."""
    obfuscated_number: str | None = field(default=None, metadata={"json": "ObfuscatedNumber"})
    """The card's number with stars for digits, such as `************1111`: at most the first
    six and the last four digits are left."""
    expiration: str | None = field(default=None, metadata={"json": "Expiration"})
    """Month and year that the card expires in. The vendor says `MM/YYYY`, but its examples show
    `YYYY-MM`: expect either."""
    updated_utc: datetime | None = field(default=None, metadata={"json": "UpdatedUtc"})
    """When the card last changed. Older answers leave it out."""
