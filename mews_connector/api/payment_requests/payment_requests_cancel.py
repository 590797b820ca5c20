from mews_runtime import Kind, Operation, Portfolio

from ...models.payment_requests_cancel_request import PaymentRequestsCancelRequest
from ...models.payment_requests_cancel_result import PaymentRequestsCancelResult

PAYMENT_REQUESTS_CANCEL = Operation[PaymentRequestsCancelResult](
    path="paymentRequests/cancel",
    kind=Kind.WRITE,
    portfolio=Portfolio.NONE,
    request=PaymentRequestsCancelRequest,
    result=PaymentRequestsCancelResult,
)
