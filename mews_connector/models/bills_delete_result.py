from attrs import frozen
from mews_runtime import Model


@frozen(kw_only=True)
class BillsDeleteResult(Model):
    """Nothing; the bills are gone."""
