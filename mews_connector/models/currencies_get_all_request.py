from attrs import frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class CurrenciesGetAllRequest(Model):
    """Asks for all currencies. There is nothing to choose."""
