from mews_runtime import Kind, Operation, Portfolio

from ...models.payments_add_alternative_request import PaymentsAddAlternativeRequest
from ...models.payments_add_alternative_result import PaymentsAddAlternativeResult

PAYMENTS_ADD_ALTERNATIVE = Operation[PaymentsAddAlternativeResult](
    path="payments/addAlternative",
    kind=Kind.WRITE,
    portfolio=Portfolio.NONE,
    request=PaymentsAddAlternativeRequest,
    result=PaymentsAddAlternativeResult,
)
