from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.payment_requests_get_all_request import PaymentRequestsGetAllRequest

if TYPE_CHECKING:
    from ...models.payment_request import PaymentRequest
    from ...models.payment_requests_get_all_result import PaymentRequestsGetAllResult

PAYMENT_REQUESTS_GET_ALL: PagedOperation[PaymentRequestsGetAllResult, PaymentRequest] = (
    PagedOperation(
        path="paymentRequests/getAll",
        kind=Kind.READ,
        portfolio=Portfolio.MANY,
        request=PaymentRequestsGetAllRequest,
        answer=lambda: models.PaymentRequestsGetAllResult,
        items="payment_requests",
        identity=("id",),
    )
)
