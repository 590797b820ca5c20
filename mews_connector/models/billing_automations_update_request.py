from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_update_parameters import BillingAutomationUpdateParameters


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationsUpdateRequest(Model):
    """The billing automations to change."""

    billing_automation_updates: list[BillingAutomationUpdateParameters] = field(
        metadata={"json": "BillingAutomationUpdates", "min_items": 1, "max_items": 100}
    )
    """The changes, one entry for each billing automation. At most 100 items."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that they belong to. Needed with a portfolio token, ignored otherwise."""
