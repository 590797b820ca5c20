from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.taxations_get_all_request import TaxationsGetAllRequest

if TYPE_CHECKING:
    from ...models.taxations_get_all_result import TaxationsGetAllResult

TAXATIONS_GET_ALL: Operation[TaxationsGetAllResult] = Operation(
    path="taxations/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=TaxationsGetAllRequest,
    answer=lambda: models.TaxationsGetAllResult,
)
