from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.payment_method_requests_add_request import PaymentMethodRequestsAddRequest

if TYPE_CHECKING:
    from ...models.payment_method_requests_add_result import PaymentMethodRequestsAddResult

PAYMENT_METHOD_REQUESTS_ADD: Operation[PaymentMethodRequestsAddResult] = Operation(
    path="paymentMethodRequests/add",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=PaymentMethodRequestsAddRequest,
    answer=lambda: models.PaymentMethodRequestsAddResult,
)
