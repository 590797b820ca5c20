from attrs import field, frozen
from mews_runtime import Model

from .payment_request import PaymentRequest


@frozen(kw_only=True, eq=False, repr=False)
class PaymentRequestsAddResult(Model):
    """The payment requests that were made."""

    payment_requests: list[PaymentRequest] = field(
        metadata={"json": "PaymentRequests", "max_items": 1000}
    )
    """One entry for each payment request asked for. At most 1000 items."""
