from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .acceptable_payment_method import AcceptablePaymentMethod
from .supported_email_type import SupportedEmailType


@frozen(kw_only=True, eq=False, repr=False)
class PaymentMethodRequestsAddRequest(Model):
    """Whom to ask for which means of payment."""

    account_id: UUID = field(metadata={"json": "AccountId"})
    """Customer or company to ask."""
    expiration_utc: datetime = field(metadata={"json": "ExpirationUtc"})
    """When the request can no longer be answered."""
    description: str = field(metadata={"json": "Description", "max_length": 1000})
    """What the one who is asked reads. At most 1000 characters."""
    payment_methods: list[AcceptablePaymentMethod] = field(metadata={"json": "PaymentMethods"})
    """What may be left."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that asks. Needed with a portfolio token, ignored otherwise."""
    notes: str | None = field(default=None, metadata={"json": "Notes", "max_length": 1000})
    """What only the enterprise's staff reads. At most 1000 characters."""
    email: str | None = field(default=None, metadata={"json": "Email", "max_length": 500})
    """E-mail address to write to; that of the account's profile when left out. At most 500
    characters."""
    emails_to_send: list[SupportedEmailType] | None = field(
        default=None, metadata={"json": "EmailsToSend"}
    )
    """Which e-mails to send; all of them when left out, none when empty."""
