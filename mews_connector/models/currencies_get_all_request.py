from attrs import frozen
from mews_runtime import Model


@frozen(kw_only=True)
class CurrenciesGetAllRequest(Model):
    """Asks for all currencies. There is nothing to choose."""
