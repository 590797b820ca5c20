from decimal import Decimal

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class FlatTaxRateStrategyData(Model):
    """A tax that is always the same sum."""

    currency_code: str | None = field(default=None, metadata={"json": "CurrencyCode"})
    """ISO 4217 code of the currency of the sum."""
    value: Decimal | None = field(default=None, metadata={"json": "Value"})
    """The sum in that currency."""
