from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.billing_automation import BillingAutomation
from ...models.billing_automations_get_all_request import BillingAutomationsGetAllRequest
from ...models.billing_automations_get_all_result import BillingAutomationsGetAllResult

BILLING_AUTOMATIONS_GET_ALL = PagedOperation[BillingAutomationsGetAllResult, BillingAutomation](
    path="billingAutomations/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=BillingAutomationsGetAllRequest,
    result=BillingAutomationsGetAllResult,
    items="billing_automations",
    identity=("id",),
)
