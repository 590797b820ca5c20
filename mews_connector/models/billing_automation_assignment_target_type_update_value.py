from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_assignment_target_type import BillingAutomationAssignmentTargetType


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationAssignmentTargetTypeUpdateValue(Model):
    """Another target of bills. Leave the whole object out to keep the one there is."""

    value: BillingAutomationAssignmentTargetType = field(metadata={"json": "Value"})
    """Whom bills are made out to."""
