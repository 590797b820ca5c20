from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.billing_automations_update_request import BillingAutomationsUpdateRequest

if TYPE_CHECKING:
    from ...models.billing_automations_update_result import BillingAutomationsUpdateResult

BILLING_AUTOMATIONS_UPDATE: Operation[BillingAutomationsUpdateResult] = Operation(
    path="billingAutomations/update",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillingAutomationsUpdateRequest,
    answer=lambda: models.BillingAutomationsUpdateResult,
)
