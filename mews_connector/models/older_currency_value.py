from decimal import Decimal

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class OlderCurrencyValue(Model):
    """A sum of money in the form of 2018, which some answers still use."""

    currency: str = field(metadata={"json": "Currency", "min_length": 1})
    """ISO 4217 code."""
    value: Decimal | None = field(default=None, metadata={"json": "Value"})
    """The sum in that currency, with its tax if it has one."""
    net: Decimal | None = field(default=None, metadata={"json": "Net", "deprecated": "deprecated"})
    """The sum without its tax. Deprecated."""
    tax: Decimal | None = field(default=None, metadata={"json": "Tax", "deprecated": "deprecated"})
    """The tax contained in the sum. Deprecated."""
    tax_rate: Decimal | None = field(
        default=None, metadata={"json": "TaxRate", "deprecated": "deprecated"}
    )
    """Rate of that tax in percent. Deprecated."""
