from mews_runtime import Kind, Operation, Portfolio

from ...models.outlet_bills_add_request import OutletBillsAddRequest
from ...models.outlet_bills_add_result import OutletBillsAddResult

OUTLET_BILLS_ADD = Operation[OutletBillsAddResult](
    path="outletBills/add",
    kind=Kind.WRITE,
    portfolio=Portfolio.NONE,
    request=OutletBillsAddRequest,
    result=OutletBillsAddResult,
)
