"""Payment plans of billing automations. No operation lists them."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct


class PlanPaymentRequest(Struct, frozen=True, kw_only=True, rename="pascal"):
    """How the customer is asked for the means of payment that a plan collects by."""

    payment_methods: tuple[str, ...]
    message: str
    note: str | None = None
    expiration_date_utc: datetime
    send_email: bool


class PaymentPlan(Struct, frozen=True, kw_only=True):
    """A plan to collect what a billing automation puts on its bills.

    `start_month` is None when the earliest bill begins it.
    """

    id: UUID
    enterprise_id: UUID
    billing_automation_id: UUID
    customer_id: UUID
    name: str
    payment_request: PlanPaymentRequest
    payment_offset_days: int
    start_month: str | None
    created_utc: datetime
