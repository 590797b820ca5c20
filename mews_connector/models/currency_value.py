from decimal import Decimal

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class CurrencyValue(Model):
    """A plain sum of money, taxes aside."""

    currency: str = field(metadata={"json": "Currency", "min_length": 1})
    """ISO 4217 code."""
    value: Decimal = field(metadata={"json": "Value"})
    """The sum in that currency."""
