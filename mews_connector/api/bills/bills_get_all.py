from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.bills_get_all_request import BillsGetAllRequest

if TYPE_CHECKING:
    from ...models.bill import Bill
    from ...models.bills_get_all_result import BillsGetAllResult

BILLS_GET_ALL: PagedOperation[BillsGetAllResult, Bill] = PagedOperation(
    path="bills/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=BillsGetAllRequest,
    answer=lambda: models.BillsGetAllResult,
    items="bills",
    identity=("id",),
)
