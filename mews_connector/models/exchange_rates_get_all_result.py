from attrs import field, frozen
from mews_runtime import Model

from .exchange_rate import ExchangeRate


@frozen(kw_only=True, eq=False, repr=False)
class ExchangeRatesGetAllResult(Model):
    """The exchange rates found."""

    exchange_rates: list[ExchangeRate] = field(metadata={"json": "ExchangeRates"})
    """One entry for each pair of currencies and direction."""
