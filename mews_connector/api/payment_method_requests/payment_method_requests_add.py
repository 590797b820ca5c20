from mews_runtime import Kind, Operation, Portfolio

from ...models.payment_method_requests_add_request import PaymentMethodRequestsAddRequest
from ...models.payment_method_requests_add_result import PaymentMethodRequestsAddResult

PAYMENT_METHOD_REQUESTS_ADD = Operation[PaymentMethodRequestsAddResult](
    path="paymentMethodRequests/add",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=PaymentMethodRequestsAddRequest,
    result=PaymentMethodRequestsAddResult,
)
