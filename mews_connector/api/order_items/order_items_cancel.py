from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.order_items_cancel_request import OrderItemsCancelRequest

if TYPE_CHECKING:
    from ...models.order_items_cancel_result import OrderItemsCancelResult

ORDER_ITEMS_CANCEL: Operation[OrderItemsCancelResult] = Operation(
    path="orderItems/cancel",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=OrderItemsCancelRequest,
    answer=lambda: models.OrderItemsCancelResult,
)
