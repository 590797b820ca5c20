from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.billing_automations_delete_request import BillingAutomationsDeleteRequest

if TYPE_CHECKING:
    from ...models.billing_automations_delete_result import BillingAutomationsDeleteResult

BILLING_AUTOMATIONS_DELETE: Operation[BillingAutomationsDeleteResult] = Operation(
    path="billingAutomations/delete",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillingAutomationsDeleteRequest,
    answer=lambda: models.BillingAutomationsDeleteResult,
)
