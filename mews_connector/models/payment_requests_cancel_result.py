from attrs import field, frozen
from mews_runtime import Model

from .payment_request import PaymentRequest


@frozen(kw_only=True, eq=False, repr=False)
class PaymentRequestsCancelResult(Model):
    """The payment requests as they are after being canceled."""

    payment_requests: list[PaymentRequest] = field(
        metadata={"json": "PaymentRequests", "max_items": 1000}
    )
    """One entry for each canceled payment request. At most 1000 items."""
