from attrs import frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillsDeleteResult(Model):
    """Nothing; the bills are gone."""
