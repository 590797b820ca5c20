from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class PaymentRequestsCancelRequest(Model):
    """The payment requests to withdraw."""

    payment_request_ids: list[UUID] = field(
        metadata={"json": "PaymentRequestIds", "min_items": 1, "max_items": 1000}
    )
    """Payment requests to cancel. Each must be `Pending`. At most 1000 items."""
