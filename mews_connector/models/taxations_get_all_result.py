from attrs import field, frozen
from mews_runtime import Model

from .tax_rate import TaxRate
from .taxation import Taxation


@frozen(kw_only=True, eq=False, repr=False)
class TaxationsGetAllResult(Model):
    """All taxations and their rates."""

    taxations: list[Taxation] | None = field(default=None, metadata={"json": "Taxations"})
    """Every tax that the API knows."""
    tax_rates: list[TaxRate] | None = field(default=None, metadata={"json": "TaxRates"})
    """Every rate of these taxes, past rates included."""
