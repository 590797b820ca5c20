from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationPaymentPlansAddResult(Model):
    """Where the customer answers."""

    payment_request_url: str = field(metadata={"json": "PaymentRequestUrl"})
    """Address of the page on which the customer answers the payment request."""
