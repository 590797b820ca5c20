from mews_runtime import Kind, Operation, Portfolio

from ...models.credit_cards_disable_request import CreditCardsDisableRequest
from ...models.credit_cards_disable_result import CreditCardsDisableResult

CREDIT_CARDS_DISABLE = Operation[CreditCardsDisableResult](
    path="creditCards/disable",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=CreditCardsDisableRequest,
    result=CreditCardsDisableResult,
)
