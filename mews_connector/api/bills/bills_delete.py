from mews_runtime import Kind, Operation, Portfolio

from ...models.bills_delete_request import BillsDeleteRequest
from ...models.bills_delete_result import BillsDeleteResult

BILLS_DELETE = Operation[BillsDeleteResult](
    path="bills/delete",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillsDeleteRequest,
    result=BillsDeleteResult,
)
