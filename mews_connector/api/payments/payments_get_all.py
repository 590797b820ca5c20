from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.payment import Payment
from ...models.payments_get_all_request import PaymentsGetAllRequest
from ...models.payments_get_all_result import PaymentsGetAllResult

PAYMENTS_GET_ALL = PagedOperation[PaymentsGetAllResult, Payment](
    path="payments/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=PaymentsGetAllRequest,
    result=PaymentsGetAllResult,
    items="payments",
    identity=("id",),
)
