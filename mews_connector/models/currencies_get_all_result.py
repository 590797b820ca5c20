from attrs import field, frozen
from mews_runtime import Model

from .currency import Currency


@frozen(kw_only=True, eq=False, repr=False)
class CurrenciesGetAllResult(Model):
    """All currencies."""

    currencies: list[Currency] = field(metadata={"json": "Currencies"})
    """Every currency that the API knows."""
