from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.payment_requests_add_request import PaymentRequestsAddRequest

if TYPE_CHECKING:
    from ...models.payment_requests_add_result import PaymentRequestsAddResult

PAYMENT_REQUESTS_ADD: Operation[PaymentRequestsAddResult] = Operation(
    path="paymentRequests/add",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=PaymentRequestsAddRequest,
    answer=lambda: models.PaymentRequestsAddResult,
)
