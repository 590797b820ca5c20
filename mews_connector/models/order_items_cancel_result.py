from attrs import frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class OrderItemsCancelResult(Model):
    """Nothing more is told than that the order items were canceled."""
