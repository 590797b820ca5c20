from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.exchange_rates_get_all_request import ExchangeRatesGetAllRequest

if TYPE_CHECKING:
    from ...models.exchange_rates_get_all_result import ExchangeRatesGetAllResult

EXCHANGE_RATES_GET_ALL: Operation[ExchangeRatesGetAllResult] = Operation(
    path="exchangeRates/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=ExchangeRatesGetAllRequest,
    answer=lambda: models.ExchangeRatesGetAllResult,
)
