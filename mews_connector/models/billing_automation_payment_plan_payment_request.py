from datetime import datetime

from attrs import field, frozen
from mews_runtime import Model

from .available_payment_plan_payment_method import AvailablePaymentPlanPaymentMethod


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationPaymentPlanPaymentRequest(Model):
    """The payment request by whose answer a payment plan begins to work."""

    payment_methods: list[AvailablePaymentPlanPaymentMethod] = field(
        metadata={"json": "PaymentMethods"}
    )
    """How the customer may pay. So far the API takes `PaymentCard` and `SepaDirectDebit` only."""
    message: str = field(metadata={"json": "Message", "max_length": 1000})
    """What the customer reads in the e-mail. At most 1000 characters."""
    expiration_date_utc: datetime = field(metadata={"json": "ExpirationDateUtc"})
    """When the payment request can no longer be answered, at most 30 days after the plan is
    made."""
    send_email: bool = field(metadata={"json": "SendEmail"})
    """Whether the customer gets an e-mail."""
    note: str | None = field(default=None, metadata={"json": "Note", "max_length": 2000})
    """What only the enterprise's staff reads. At most 2000 characters."""
