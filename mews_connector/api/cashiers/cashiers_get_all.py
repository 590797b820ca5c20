from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.cashier import Cashier
from ...models.cashiers_get_all_request import CashiersGetAllRequest
from ...models.cashiers_get_all_result import CashiersGetAllResult

CASHIERS_GET_ALL = PagedOperation[CashiersGetAllResult, Cashier](
    path="cashiers/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=CashiersGetAllRequest,
    result=CashiersGetAllResult,
    items="cashiers",
    identity=("id",),
)
