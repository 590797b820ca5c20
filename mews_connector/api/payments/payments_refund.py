from mews_runtime import Kind, Operation, Portfolio

from ...models.payments_refund_request import PaymentsRefundRequest
from ...models.payments_refund_result import PaymentsRefundResult

PAYMENTS_REFUND = Operation[PaymentsRefundResult](
    path="payments/refund",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=PaymentsRefundRequest,
    result=PaymentsRefundResult,
)
