from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.credit_card import CreditCard
from ...models.credit_cards_get_all_request import CreditCardsGetAllRequest
from ...models.credit_cards_get_all_result import CreditCardsGetAllResult

CREDIT_CARDS_GET_ALL = PagedOperation[CreditCardsGetAllResult, CreditCard](
    path="creditCards/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=CreditCardsGetAllRequest,
    result=CreditCardsGetAllResult,
    items="credit_cards",
    identity=("id",),
)
