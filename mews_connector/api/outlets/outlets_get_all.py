from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.outlet import Outlet
from ...models.outlets_get_all_request import OutletsGetAllRequest
from ...models.outlets_get_all_result import OutletsGetAllResult

OUTLETS_GET_ALL = PagedOperation[OutletsGetAllResult, Outlet](
    path="outlets/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=OutletsGetAllRequest,
    result=OutletsGetAllResult,
    items="outlets",
    identity=("id",),
)
