from mews_runtime import Kind, Operation, Portfolio

from ...models.exchange_rates_get_all_request import ExchangeRatesGetAllRequest
from ...models.exchange_rates_get_all_result import ExchangeRatesGetAllResult

EXCHANGE_RATES_GET_ALL = Operation[ExchangeRatesGetAllResult](
    path="exchangeRates/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=ExchangeRatesGetAllRequest,
    result=ExchangeRatesGetAllResult,
)
