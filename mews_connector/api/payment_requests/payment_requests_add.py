from mews_runtime import Kind, Operation, Portfolio

from ...models.payment_requests_add_request import PaymentRequestsAddRequest
from ...models.payment_requests_add_result import PaymentRequestsAddResult

PAYMENT_REQUESTS_ADD = Operation[PaymentRequestsAddResult](
    path="paymentRequests/add",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=PaymentRequestsAddRequest,
    result=PaymentRequestsAddResult,
)
