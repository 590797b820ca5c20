from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.payments_refund_request import PaymentsRefundRequest

if TYPE_CHECKING:
    from ...models.payments_refund_result import PaymentsRefundResult

PAYMENTS_REFUND: Operation[PaymentsRefundResult] = Operation(
    path="payments/refund",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=PaymentsRefundRequest,
    answer=lambda: models.PaymentsRefundResult,
)
