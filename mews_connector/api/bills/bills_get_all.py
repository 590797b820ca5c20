from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.bill import Bill
from ...models.bills_get_all_request import BillsGetAllRequest
from ...models.bills_get_all_result import BillsGetAllResult

BILLS_GET_ALL = PagedOperation[BillsGetAllResult, Bill](
    path="bills/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=BillsGetAllRequest,
    result=BillsGetAllResult,
    items="bills",
    identity=("id",),
)
