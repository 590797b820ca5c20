from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationsDeleteRequest(Model):
    """The billing automations to delete."""

    billing_automation_ids: list[UUID] = field(
        metadata={"json": "BillingAutomationIds", "max_items": 100}
    )
    """Billing automations to delete. At most 100 items."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that they belong to. Needed with a portfolio token, ignored otherwise."""
