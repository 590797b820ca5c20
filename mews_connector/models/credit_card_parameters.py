from attrs import field, frozen
from mews_runtime import Model

from .credit_card_payment_card_type import CreditCardPaymentCardType


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardParameters(Model):
    """A payment card, without the digits that would let anyone charge it."""

    type_: CreditCardPaymentCardType = field(metadata={"json": "Type"})
    """Brand of the card."""
    number: str = field(metadata={"json": "Number", "min_length": 1, "card_number": True})
    """The obfuscated number, such as `411111******1111`: at most the first six and the last
    four digits, stars in between. The last four digits alone will do. Never the whole
    number."""
    name: str = field(metadata={"json": "Name", "min_length": 1})
    """The holder's name, as on the card."""
    expiration: str | None = field(default=None, metadata={"json": "Expiration"})
    """Month and year that the card expires in, as `MM/YYYY`."""
