from attrs import field, frozen
from mews_runtime import Model

from .billing_automation import BillingAutomation


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationsUpdateResult(Model):
    """The billing automations as they are after the change."""

    billing_automations: list[BillingAutomation] | None = field(
        default=None, metadata={"json": "BillingAutomations"}
    )
    """One entry for each billing automation changed."""
