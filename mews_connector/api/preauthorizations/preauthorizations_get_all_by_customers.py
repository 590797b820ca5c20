from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.preauthorizations_get_all_by_customers_request import (
    PreauthorizationsGetAllByCustomersRequest,
)

if TYPE_CHECKING:
    from ...models.preauthorizations_get_all_by_customers_result import (
        PreauthorizationsGetAllByCustomersResult,
    )

PREAUTHORIZATIONS_GET_ALL_BY_CUSTOMERS: Operation[PreauthorizationsGetAllByCustomersResult] = (
    Operation(
        path="preauthorizations/getAllByCustomers",
        kind=Kind.READ,
        portfolio=Portfolio.NONE,
        request=PreauthorizationsGetAllByCustomersRequest,
        answer=lambda: models.PreauthorizationsGetAllByCustomersResult,
    )
)
