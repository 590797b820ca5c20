from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.order_item import OrderItem
from ...models.order_items_get_all_request import OrderItemsGetAllRequest
from ...models.order_items_get_all_result import OrderItemsGetAllResult

ORDER_ITEMS_GET_ALL = PagedOperation[OrderItemsGetAllResult, OrderItem](
    path="orderItems/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=OrderItemsGetAllRequest,
    result=OrderItemsGetAllResult,
    items="order_items",
    identity=("id",),
)
