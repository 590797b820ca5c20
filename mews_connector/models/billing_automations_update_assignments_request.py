from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .billing_automation_assignment_add_parameters import BillingAutomationAssignmentAddParameters
from .billing_automation_assignment_update_parameters import (
    BillingAutomationAssignmentUpdateParameters,
)


@frozen(kw_only=True, eq=False, repr=False)
class BillingAutomationsUpdateAssignmentsRequest(Model):
    """What to change about the assignments of one billing automation. What is not named stays."""

    billing_automation_id: UUID = field(metadata={"json": "BillingAutomationId"})
    """Billing automation to change."""
    enterprise_id: UUID | None = field(default=None, metadata={"json": "EnterpriseId"})
    """Enterprise that it belongs to. Needed with a portfolio token, ignored otherwise."""
    assignments_to_add: list[BillingAutomationAssignmentAddParameters] | None = field(
        default=None, metadata={"json": "AssignmentsToAdd", "max_items": 20}
    )
    """Assignments to make. At most 20 items."""
    assignments_to_update: list[BillingAutomationAssignmentUpdateParameters] | None = field(
        default=None, metadata={"json": "AssignmentsToUpdate", "max_items": 20}
    )
    """Changes of assignments that there are. At most 20 items."""
    assignment_ids_to_remove: list[UUID] | None = field(
        default=None, metadata={"json": "AssignmentIdsToRemove", "max_items": 100}
    )
    """Assignments to remove. At most 100 items."""
