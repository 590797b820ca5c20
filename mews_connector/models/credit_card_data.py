from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class CreditCardData(Model):
    """A payment card as a PCI-compliant vault keeps it."""

    storage_data: str = field(
        metadata={"json": "StorageData", "min_length": 1, "card_reference": True}
    )
    """What the vault calls the card, its transaction identifier. Never the card's number."""
    expiration: str = field(metadata={"json": "Expiration", "min_length": 1})
    """Month and year that the card expires in, as `YYYY-MM`."""
    obfuscated_number: str | None = field(
        default=None,
        metadata={"json": "ObfuscatedNumber", "card_number": True, "deprecated": "deprecated"},
    )
    """The obfuscated number, such as `411111******1111`: at most the first six and the last
    four digits, stars in between. No longer needed. Deprecated."""
