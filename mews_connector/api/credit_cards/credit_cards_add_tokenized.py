from mews_runtime import Kind, Operation, Portfolio

from ...models.credit_cards_add_tokenized_request import CreditCardsAddTokenizedRequest
from ...models.credit_cards_add_tokenized_result import CreditCardsAddTokenizedResult

CREDIT_CARDS_ADD_TOKENIZED = Operation[CreditCardsAddTokenizedResult](
    path="creditCards/addTokenized",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=CreditCardsAddTokenizedRequest,
    result=CreditCardsAddTokenizedResult,
)
