from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class OrderItemOptions(Model):
    """Further marks of an order item."""

    canceled_with_reservation: bool = field(metadata={"json": "CanceledWithReservation"})
    """Whether it was canceled because its reservation was."""
