from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.bills_close_request import BillsCloseRequest

if TYPE_CHECKING:
    from ...models.bills_close_result import BillsCloseResult

BILLS_CLOSE: Operation[BillsCloseResult] = Operation(
    path="bills/close",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillsCloseRequest,
    answer=lambda: models.BillsCloseResult,
)
