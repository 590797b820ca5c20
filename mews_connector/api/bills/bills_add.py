from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.bills_add_request import BillsAddRequest

if TYPE_CHECKING:
    from ...models.bills_add_result import BillsAddResult

BILLS_ADD: Operation[BillsAddResult] = Operation(
    path="bills/add",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillsAddRequest,
    answer=lambda: models.BillsAddResult,
)
