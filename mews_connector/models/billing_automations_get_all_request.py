from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationsGetAllRequest(Model):
    """Which billing automations to list. Every filter may be left out."""

    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """Enterprises to look in; all that the access token reaches when left out. At most 1000
    items."""
    company_ids: list[UUID] | None = field(
        default=None, metadata={"json": "CompanyIds", "max_items": 100}
    )
    """Billing automations for reservations of these companies. At most 100 items."""
    billing_automation_ids: list[UUID] | None = field(
        default=None, metadata={"json": "BillingAutomationIds", "max_items": 100}
    )
    """These billing automations. At most 100 items."""
