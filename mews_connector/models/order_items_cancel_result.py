from attrs import frozen
from mews_runtime import Model


@frozen(kw_only=True)
class OrderItemsCancelResult(Model):
    """Nothing more is told than that the order items were canceled."""
