from mews_runtime import Kind, Operation, Portfolio

from ...models.bills_add_request import BillsAddRequest
from ...models.bills_add_result import BillsAddResult

BILLS_ADD = Operation[BillsAddResult](
    path="bills/add",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillsAddRequest,
    result=BillsAddResult,
)
