from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.order_items_get_all_request import OrderItemsGetAllRequest

if TYPE_CHECKING:
    from ...models.order_item import OrderItem
    from ...models.order_items_get_all_result import OrderItemsGetAllResult

ORDER_ITEMS_GET_ALL: PagedOperation[OrderItemsGetAllResult, OrderItem] = PagedOperation(
    path="orderItems/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=OrderItemsGetAllRequest,
    answer=lambda: models.OrderItemsGetAllResult,
    items="order_items",
    identity=("id",),
)
