from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .payment_request_parameters import PaymentRequestParameters


@frozen(kw_only=True, eq=False, repr=False)
class PaymentRequestsAddRequest(Model):
    """The payment requests to make."""

    payment_requests: list[PaymentRequestParameters] = field(
        metadata={"json": "PaymentRequests", "min_items": 1, "max_items": 1000}
    )
    """The payment requests to make. At most 1000 items."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that asks for the money. Needed with a portfolio token, ignored otherwise."""
    send_payment_request_emails: bool | None = field(
        default=None, metadata={"json": "SendPaymentRequestEmails"}
    )
    """Whether each payer gets an e-mail. They do when this is left out."""
