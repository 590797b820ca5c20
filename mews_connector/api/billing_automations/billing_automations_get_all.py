from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.billing_automations_get_all_request import BillingAutomationsGetAllRequest

if TYPE_CHECKING:
    from ...models.billing_automation import BillingAutomation
    from ...models.billing_automations_get_all_result import BillingAutomationsGetAllResult

BILLING_AUTOMATIONS_GET_ALL: PagedOperation[BillingAutomationsGetAllResult, BillingAutomation] = (
    PagedOperation(
        path="billingAutomations/getAll",
        kind=Kind.READ,
        portfolio=Portfolio.MANY,
        request=BillingAutomationsGetAllRequest,
        answer=lambda: models.BillingAutomationsGetAllResult,
        items="billing_automations",
        identity=("id",),
    )
)
