from mews_runtime import Kind, Operation, Portfolio

from ...models.payments_add_external_request import PaymentsAddExternalRequest
from ...models.payments_add_external_result import PaymentsAddExternalResult

PAYMENTS_ADD_EXTERNAL = Operation[PaymentsAddExternalResult](
    path="payments/addExternal",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=PaymentsAddExternalRequest,
    result=PaymentsAddExternalResult,
)
