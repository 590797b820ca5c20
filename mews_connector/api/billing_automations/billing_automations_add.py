from mews_runtime import Kind, Operation, Portfolio

from ...models.billing_automations_add_request import BillingAutomationsAddRequest
from ...models.billing_automations_add_result import BillingAutomationsAddResult

BILLING_AUTOMATIONS_ADD = Operation[BillingAutomationsAddResult](
    path="billingAutomations/add",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillingAutomationsAddRequest,
    result=BillingAutomationsAddResult,
)
