from decimal import Decimal

from attrs import field, frozen
from mews_runtime import Model

from .tax_breakdown import TaxBreakdown
from .tax_value import TaxValue


@frozen(kw_only=True, eq=False, repr=False)
class ExtendedAmount(Model):
    """An amount that still carries the figures of older versions of the API. In answers of 2019
    any figure may be missing."""

    currency: str = field(metadata={"json": "Currency", "min_length": 1})
    """Currency of every value within, by its ISO 4217 code."""
    net_value: Decimal | None = field(default=None, metadata={"json": "NetValue"})
    """Value without taxes."""
    gross_value: Decimal | None = field(default=None, metadata={"json": "GrossValue"})
    """Value including taxes."""
    tax_values: list[TaxValue] | None = field(default=None, metadata={"json": "TaxValues"})
    """Taxes contained in the gross value, one entry for each tax code."""
    breakdown: TaxBreakdown | None = field(default=None, metadata={"json": "Breakdown"})
    """The amount split by tax rate. Its sums can differ from the totals by a cent."""
    value: Decimal | None = field(default=None, metadata={"json": "Value"})
    """Value including taxes, as older versions named it."""
    net: Decimal | None = field(
        default=None, metadata={"json": "Net", "deprecated": "deprecated; use `net_value`"}
    )
    """Value without taxes, as older versions named it. Deprecated; use `net_value`."""
    tax: Decimal | None = field(
        default=None, metadata={"json": "Tax", "deprecated": "deprecated; use `tax_values`"}
    )
    """Tax contained in the value, as older versions reported it. Deprecated; use `tax_values`."""
    tax_rate: Decimal | None = field(
        default=None, metadata={"json": "TaxRate", "deprecated": "deprecated; use `breakdown`"}
    )
    """Rate of that tax in percent. Deprecated; use `breakdown`."""
