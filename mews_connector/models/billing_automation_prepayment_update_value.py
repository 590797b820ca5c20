from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_prepayment_type import BillingAutomationPrepaymentType


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationPrepaymentUpdateValue(Model):
    """Other reservations to take care of. Leave the whole object out to keep to those there
    are."""

    value: BillingAutomationPrepaymentType = field(metadata={"json": "Value"})
    """Which reservations, by whether they are prepaid."""
