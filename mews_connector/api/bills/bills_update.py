from mews_runtime import Kind, Operation, Portfolio

from ...models.bills_update_request import BillsUpdateRequest
from ...models.bills_update_result import BillsUpdateResult

BILLS_UPDATE = Operation[BillsUpdateResult](
    path="bills/update",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=BillsUpdateRequest,
    result=BillsUpdateResult,
)
