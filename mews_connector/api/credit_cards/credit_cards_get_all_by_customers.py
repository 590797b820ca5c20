from datetime import date

from mews_runtime import Deprecation, Kind, Operation, Portfolio

from ...models.credit_cards_get_all_by_customers_request import CreditCardsGetAllByCustomersRequest
from ...models.credit_cards_get_all_by_customers_result import CreditCardsGetAllByCustomersResult

CREDIT_CARDS_GET_ALL_BY_CUSTOMERS = Operation[CreditCardsGetAllByCustomersResult](
    path="creditCards/getAllByCustomers",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=CreditCardsGetAllByCustomersRequest,
    result=CreditCardsGetAllByCustomersResult,
    deprecated=Deprecation(
        since=date.fromisoformat("2020-01-01"),
        use="creditCards/getAll",
    ),
)
