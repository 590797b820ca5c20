from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_payment_plan_payment_request import (
    BillingAutomationPaymentPlanPaymentRequest,
)


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationPaymentPlansAddRequest(Model):
    """A payment plan and the billing automation that it collects for."""

    billing_automation_id: UUID = field(metadata={"json": "BillingAutomationId"})
    """Billing automation to collect for."""
    customer_id: UUID = field(metadata={"json": "CustomerId"})
    """Customer that is going to pay."""
    name: str = field(metadata={"json": "Name", "max_length": 255})
    """Name of the plan. At most 255 characters."""
    payment_request: BillingAutomationPaymentPlanPaymentRequest = field(
        metadata={"json": "PaymentRequest"}
    )
    """How to ask the customer for the means of payment."""
    payment_offset_days: int = field(metadata={"json": "PaymentOffsetDays"})
    """Days from the making of a bill to its charge."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise of the billing automation. Needed with a portfolio token, ignored otherwise."""
    start_month: str | None = field(default=None, metadata={"json": "StartMonth"})
    """Month to begin in, as `YYYY-MM`; it must lie ahead. When left out, collecting begins with
    the earliest bill of the billing automation that there is."""
