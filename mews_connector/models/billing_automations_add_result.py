from attrs import field, frozen
from mews_runtime import Model

from .billing_automation import BillingAutomation


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationsAddResult(Model):
    """The billing automations that were made."""

    billing_automations: list[BillingAutomation] | None = field(
        default=None, metadata={"json": "BillingAutomations"}
    )
    """One entry for each billing automation made."""
