from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .billing_automation import BillingAutomation


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationsGetAllResult(Model):
    """One page of billing automations."""

    billing_automations: list[BillingAutomation] | None = field(
        default=None, metadata={"json": "BillingAutomations", "max_items": 1000}
    )
    """The billing automations found, newest first. At most 1000 items."""
    cursor: UUID | None = field(default=None, metadata={"json": "Cursor"})
    """Identifier of the last billing automation of this page, to ask for the next one. Null
    when it is empty."""
