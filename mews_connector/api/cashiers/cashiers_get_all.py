from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.cashiers_get_all_request import CashiersGetAllRequest

if TYPE_CHECKING:
    from ...models.cashier import Cashier
    from ...models.cashiers_get_all_result import CashiersGetAllResult

CASHIERS_GET_ALL: PagedOperation[CashiersGetAllResult, Cashier] = PagedOperation(
    path="cashiers/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=CashiersGetAllRequest,
    answer=lambda: models.CashiersGetAllResult,
    items="cashiers",
    identity=("id",),
)
