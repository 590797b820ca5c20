from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.bills_update_request import BillsUpdateRequest

if TYPE_CHECKING:
    from ...models.bills_update_result import BillsUpdateResult

BILLS_UPDATE: Operation[BillsUpdateResult] = Operation(
    path="bills/update",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillsUpdateRequest,
    answer=lambda: models.BillsUpdateResult,
)
