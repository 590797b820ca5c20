from datetime import date

from mews_runtime import Deprecation, Kind, Operation, Portfolio

from ...models.credit_cards_get_all_by_ids_request import CreditCardsGetAllByIdsRequest
from ...models.credit_cards_get_all_by_ids_result import CreditCardsGetAllByIdsResult

CREDIT_CARDS_GET_ALL_BY_IDS = Operation[CreditCardsGetAllByIdsResult](
    path="creditCards/getAllByIds",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=CreditCardsGetAllByIdsRequest,
    result=CreditCardsGetAllByIdsResult,
    deprecated=Deprecation(
        since=date.fromisoformat("2020-01-01"),
        use="creditCards/getAll",
    ),
)
