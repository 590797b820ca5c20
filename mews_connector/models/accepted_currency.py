from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class AcceptedCurrency(Model):
    """A currency and whether an enterprise takes it."""

    currency: str = field(metadata={"json": "Currency", "min_length": 1})
    """ISO 4217 code."""
    is_default: bool = field(metadata={"json": "IsDefault"})
    """Whether the enterprise keeps its books in it."""
    is_enabled: bool = field(metadata={"json": "IsEnabled"})
    """Whether payments in it are taken."""
