from decimal import Decimal

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class CostParameters(Model):
    """Money on an outlet bill, in the form of older versions."""

    amount: Decimal = field(metadata={"json": "Amount"})
    """The sum in that currency."""
    currency: str = field(metadata={"json": "Currency", "min_length": 1})
    """ISO 4217 code."""
    tax: Decimal = field(metadata={"json": "Tax"})
    """Its tax. Whether that is a sum or a rate is not documented."""
