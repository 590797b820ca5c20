from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.currencies_get_all_request import CurrenciesGetAllRequest

if TYPE_CHECKING:
    from ...models.currencies_get_all_result import CurrenciesGetAllResult

CURRENCIES_GET_ALL: Operation[CurrenciesGetAllResult] = Operation(
    path="currencies/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=CurrenciesGetAllRequest,
    answer=lambda: models.CurrenciesGetAllResult,
)
