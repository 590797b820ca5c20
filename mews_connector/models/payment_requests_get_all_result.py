from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .payment_request import PaymentRequest


@frozen(kw_only=True, eq=False, repr=False)
class PaymentRequestsGetAllResult(Model):
    """One page of payment requests."""

    payment_requests: list[PaymentRequest] = field(
        metadata={"json": "PaymentRequests", "max_items": 1000}
    )
    """The payment requests found, newest first. At most 1000 items."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last and oldest payment request of this page, to ask for the next one.
    Null when the page is empty."""
