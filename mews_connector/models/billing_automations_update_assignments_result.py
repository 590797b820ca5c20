from attrs import field, frozen
from mews_runtime import Model

from .billing_automation import BillingAutomation


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationsUpdateAssignmentsResult(Model):
    """The billing automation as it is after the change."""

    billing_automations: list[BillingAutomation] | None = field(
        default=None, metadata={"json": "BillingAutomations"}
    )
    """The billing automation whose assignments were changed."""
