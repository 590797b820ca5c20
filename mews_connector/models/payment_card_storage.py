from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class PaymentCardStorage(Model):
    """Where payment cards can be stored."""

    public_key: str = field(metadata={"json": "PublicKey", "min_length": 1})
    """Key that card data is encrypted with."""
