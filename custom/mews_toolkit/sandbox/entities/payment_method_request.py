"""Requests to leave a means of payment. No operation lists them."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct


class PaymentMethodRequest(Struct, frozen=True, kw_only=True):
    """A request to leave a card or a mandate.

    `emails_to_send` is None when all e-mails were wanted.
    """

    id: UUID
    enterprise_id: UUID
    account_id: UUID
    expiration_utc: datetime
    description: str
    notes: str | None
    payment_methods: tuple[str, ...]
    email: str | None
    emails_to_send: tuple[str, ...] | None
    created_utc: datetime
