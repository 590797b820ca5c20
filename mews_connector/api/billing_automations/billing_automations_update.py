from mews_runtime import Kind, Operation, Portfolio

from ...models.billing_automations_update_request import BillingAutomationsUpdateRequest
from ...models.billing_automations_update_result import BillingAutomationsUpdateResult

BILLING_AUTOMATIONS_UPDATE = Operation[BillingAutomationsUpdateResult](
    path="billingAutomations/update",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillingAutomationsUpdateRequest,
    result=BillingAutomationsUpdateResult,
)
