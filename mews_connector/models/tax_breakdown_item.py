from decimal import Decimal

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class TaxBreakdownItem(Model):
    """The part of an amount that falls under one tax rate."""

    net_value: Decimal = field(metadata={"json": "NetValue"})
    """That part without tax."""
    tax_value: Decimal = field(metadata={"json": "TaxValue"})
    """The tax on that part."""
    tax_rate_code: str | None = field(default=None, metadata={"json": "TaxRateCode"})
    """Code of the tax rate; none for the untaxed part."""
