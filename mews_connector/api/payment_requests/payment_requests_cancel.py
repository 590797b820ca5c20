from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.payment_requests_cancel_request import PaymentRequestsCancelRequest

if TYPE_CHECKING:
    from ...models.payment_requests_cancel_result import PaymentRequestsCancelResult

PAYMENT_REQUESTS_CANCEL: Operation[PaymentRequestsCancelResult] = Operation(
    path="paymentRequests/cancel",
    kind=Kind.WRITE,
    portfolio=Portfolio.NONE,
    request=PaymentRequestsCancelRequest,
    answer=lambda: models.PaymentRequestsCancelResult,
)
