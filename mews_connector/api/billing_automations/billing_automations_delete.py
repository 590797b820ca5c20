from mews_runtime import Kind, Operation, Portfolio

from ...models.billing_automations_delete_request import BillingAutomationsDeleteRequest
from ...models.billing_automations_delete_result import BillingAutomationsDeleteResult

BILLING_AUTOMATIONS_DELETE = Operation[BillingAutomationsDeleteResult](
    path="billingAutomations/delete",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillingAutomationsDeleteRequest,
    result=BillingAutomationsDeleteResult,
)
