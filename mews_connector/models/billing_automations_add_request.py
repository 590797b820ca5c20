from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_add_parameters import BillingAutomationAddParameters


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationsAddRequest(Model):
    """The billing automations to make."""

    billing_automations: list[BillingAutomationAddParameters] = field(
        metadata={"json": "BillingAutomations", "min_items": 1, "max_items": 100}
    )
    """The billing automations to make. At most 100 items."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise to make them for. Needed with a portfolio token, ignored otherwise."""
