from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.outlet_item import OutletItem
from ...models.outlet_items_get_all_request import OutletItemsGetAllRequest
from ...models.outlet_items_get_all_result import OutletItemsGetAllResult

OUTLET_ITEMS_GET_ALL = PagedOperation[OutletItemsGetAllResult, OutletItem](
    path="outletItems/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=OutletItemsGetAllRequest,
    result=OutletItemsGetAllResult,
    items="outlet_items",
    identity=("id",),
)
