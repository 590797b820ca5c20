from mews_runtime import Kind, Operation, Portfolio

from ...models.currencies_get_all_request import CurrenciesGetAllRequest
from ...models.currencies_get_all_result import CurrenciesGetAllResult

CURRENCIES_GET_ALL = Operation[CurrenciesGetAllResult](
    path="currencies/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=CurrenciesGetAllRequest,
    result=CurrenciesGetAllResult,
)
