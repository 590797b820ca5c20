from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.outlet_bills_add_request import OutletBillsAddRequest

if TYPE_CHECKING:
    from ...models.outlet_bills_add_result import OutletBillsAddResult

OUTLET_BILLS_ADD: Operation[OutletBillsAddResult] = Operation(
    path="outletBills/add",
    kind=Kind.WRITE,
    portfolio=Portfolio.NONE,
    request=OutletBillsAddRequest,
    answer=lambda: models.OutletBillsAddResult,
)
