from mews_runtime import Kind, Operation, Portfolio

from ...models.credit_cards_charge_request import CreditCardsChargeRequest
from ...models.credit_cards_charge_result import CreditCardsChargeResult

CREDIT_CARDS_CHARGE = Operation[CreditCardsChargeResult](
    path="creditCards/charge",
    kind=Kind.WRITE,
    portfolio=Portfolio.NONE,
    request=CreditCardsChargeRequest,
    result=CreditCardsChargeResult,
)
