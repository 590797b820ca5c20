from mews_runtime import Kind, Operation, Portfolio

from ...models.order_items_cancel_request import OrderItemsCancelRequest
from ...models.order_items_cancel_result import OrderItemsCancelResult

ORDER_ITEMS_CANCEL = Operation[OrderItemsCancelResult](
    path="orderItems/cancel",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=OrderItemsCancelRequest,
    result=OrderItemsCancelResult,
)
