from mews_runtime import Kind, Operation, Portfolio

from ...models.billing_automation_payment_plans_add_request import (
    BillingAutomationPaymentPlansAddRequest,
)
from ...models.billing_automation_payment_plans_add_result import (
    BillingAutomationPaymentPlansAddResult,
)

BILLING_AUTOMATION_PAYMENT_PLANS_ADD = Operation[BillingAutomationPaymentPlansAddResult](
    path="billingAutomationPaymentPlans/add",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillingAutomationPaymentPlansAddRequest,
    result=BillingAutomationPaymentPlansAddResult,
)
