from attrs import frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class TaxationsGetAllRequest(Model):
    """Asks for all taxations. There is nothing to choose."""
