from decimal import Decimal

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class RelativeTaxRateStrategyData(Model):
    """A tax that is a share of the value that is taxed."""

    value: Decimal | None = field(default=None, metadata={"json": "Value"})
    """The share as a fraction, such as 0.21 for 21 %."""
