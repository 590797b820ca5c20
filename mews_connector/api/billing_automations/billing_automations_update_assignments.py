from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.billing_automations_update_assignments_request import (
    BillingAutomationsUpdateAssignmentsRequest,
)

if TYPE_CHECKING:
    from ...models.billing_automations_update_assignments_result import (
        BillingAutomationsUpdateAssignmentsResult,
    )

BILLING_AUTOMATIONS_UPDATE_ASSIGNMENTS: Operation[BillingAutomationsUpdateAssignmentsResult] = (
    Operation(
        path="billingAutomations/updateAssignments",
        kind=Kind.WRITE,
        portfolio=Portfolio.ONE,
        request=BillingAutomationsUpdateAssignmentsRequest,
        answer=lambda: models.BillingAutomationsUpdateAssignmentsResult,
    )
)
