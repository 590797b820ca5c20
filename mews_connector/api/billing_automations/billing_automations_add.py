from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.billing_automations_add_request import BillingAutomationsAddRequest

if TYPE_CHECKING:
    from ...models.billing_automations_add_result import BillingAutomationsAddResult

BILLING_AUTOMATIONS_ADD: Operation[BillingAutomationsAddResult] = Operation(
    path="billingAutomations/add",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillingAutomationsAddRequest,
    answer=lambda: models.BillingAutomationsAddResult,
)
