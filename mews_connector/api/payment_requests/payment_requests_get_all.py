from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.payment_request import PaymentRequest
from ...models.payment_requests_get_all_request import PaymentRequestsGetAllRequest
from ...models.payment_requests_get_all_result import PaymentRequestsGetAllResult

PAYMENT_REQUESTS_GET_ALL = PagedOperation[PaymentRequestsGetAllResult, PaymentRequest](
    path="paymentRequests/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=PaymentRequestsGetAllRequest,
    result=PaymentRequestsGetAllResult,
    items="payment_requests",
    identity=("id",),
)
