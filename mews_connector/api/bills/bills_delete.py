from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.bills_delete_request import BillsDeleteRequest

if TYPE_CHECKING:
    from ...models.bills_delete_result import BillsDeleteResult

BILLS_DELETE: Operation[BillsDeleteResult] = Operation(
    path="bills/delete",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillsDeleteRequest,
    answer=lambda: models.BillsDeleteResult,
)
