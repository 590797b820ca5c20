from mews_runtime import Kind, Operation, Portfolio

from ...models.bills_close_request import BillsCloseRequest
from ...models.bills_close_result import BillsCloseResult

BILLS_CLOSE = Operation[BillsCloseResult](
    path="bills/close",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillsCloseRequest,
    result=BillsCloseResult,
)
