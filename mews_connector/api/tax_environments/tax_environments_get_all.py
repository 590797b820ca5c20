from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.tax_environments_get_all_request import TaxEnvironmentsGetAllRequest

if TYPE_CHECKING:
    from ...models.tax_environments_get_all_result import TaxEnvironmentsGetAllResult

TAX_ENVIRONMENTS_GET_ALL: Operation[TaxEnvironmentsGetAllResult] = Operation(
    path="taxEnvironments/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=TaxEnvironmentsGetAllRequest,
    answer=lambda: models.TaxEnvironmentsGetAllResult,
)
