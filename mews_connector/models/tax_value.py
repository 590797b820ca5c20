from decimal import Decimal

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class TaxValue(Model):
    """One tax within an amount."""

    value: Decimal = field(metadata={"json": "Value"})
    """The tax, in the currency of the amount."""
    code: str | None = field(default=None, metadata={"json": "Code"})
    """Code of the tax in the enterprise's tax environment, such as `UK-S`."""
