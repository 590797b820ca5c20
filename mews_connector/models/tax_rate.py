from decimal import Decimal

from attrs import field, frozen
from mews_runtime import Model

from .tax_rate_strategy import TaxRateStrategy
from .validity_interval import ValidityInterval


@frozen(kw_only=True, eq=False, repr=False)
class TaxRate(Model):
    """A rate at which a tax is raised."""

    code: str | None = field(default=None, metadata={"json": "Code"})
    """Code of the rate, as `TaxCodes` of an amount take it, such as `UK-S`."""
    taxation_code: str | None = field(default=None, metadata={"json": "TaxationCode"})
    """Code of the tax that the rate belongs to."""
    value: Decimal | None = field(default=None, metadata={"json": "Value"})
    """The rate as a fraction, or a sum of money for a `Flat` strategy. It can be 0 where the
    strategy holds another value, so read the strategy."""
    validity_invervals_utc: list[ValidityInterval] | None = field(
        default=None, metadata={"json": "ValidityInvervalsUtc"}
    )
    """When the rate applies; always when null. The API itself spells the name so."""
    strategy: TaxRateStrategy | None = field(default=None, metadata={"json": "Strategy"})
    """How the tax is worked out."""
