from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.billing_automation_payment_plans_add_request import (
    BillingAutomationPaymentPlansAddRequest,
)

if TYPE_CHECKING:
    from ...models.billing_automation_payment_plans_add_result import (
        BillingAutomationPaymentPlansAddResult,
    )

BILLING_AUTOMATION_PAYMENT_PLANS_ADD: Operation[BillingAutomationPaymentPlansAddResult] = Operation(
    path="billingAutomationPaymentPlans/add",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillingAutomationPaymentPlansAddRequest,
    answer=lambda: models.BillingAutomationPaymentPlansAddResult,
)
