from mews_runtime import Kind, Operation, Portfolio

from ...models.billing_automations_update_assignments_request import (
    BillingAutomationsUpdateAssignmentsRequest,
)
from ...models.billing_automations_update_assignments_result import (
    BillingAutomationsUpdateAssignmentsResult,
)

BILLING_AUTOMATIONS_UPDATE_ASSIGNMENTS = Operation[BillingAutomationsUpdateAssignmentsResult](
    path="billingAutomations/updateAssignments",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillingAutomationsUpdateAssignmentsRequest,
    result=BillingAutomationsUpdateAssignmentsResult,
)
