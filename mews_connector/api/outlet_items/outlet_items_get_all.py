from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.outlet_items_get_all_request import OutletItemsGetAllRequest

if TYPE_CHECKING:
    from ...models.outlet_item import OutletItem
    from ...models.outlet_items_get_all_result import OutletItemsGetAllResult

OUTLET_ITEMS_GET_ALL: PagedOperation[OutletItemsGetAllResult, OutletItem] = PagedOperation(
    path="outletItems/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=OutletItemsGetAllRequest,
    answer=lambda: models.OutletItemsGetAllResult,
    items="outlet_items",
    identity=("id",),
)
