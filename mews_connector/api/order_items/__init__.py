from __future__ import annotations

from uuid import UUID

import mews_runtime

from mews_connector import api, models


class OrderItems(mews_runtime.Resource):
    """What accounts consumed, item by item."""

    __slots__ = ()

    async def cancel(
        self,
        *,
        order_item_ids: list[UUID],
        enterprise_id: UUID | None = None,
    ) -> models.OrderItemsCancelResult:
        """Cancel order items.

        Cancels up to ten order items at once. The vendor still tests this operation: it may
        change, and may not be open to every integration.

        Args:
            order_item_ids: Order items to cancel. At most 10 items.
            enterprise_id: Enterprise that the order items belong to. Needed with a
                portfolio token, ignored otherwise.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            OutcomeUnknownError: It may or may not have been carried out; never repeated here.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/orderitems#cancel-order-items
        """
        return await self._session.call(
            api.ORDER_ITEMS_CANCEL,
            models.OrderItemsCancelRequest(
                order_item_ids=order_item_ids,
                enterprise_id=enterprise_id,
            ),
        )

    def get_all(
        self,
        *,
        enterprise_ids: list[UUID] | None = None,
        order_item_ids: list[UUID] | None = None,
        account_ids: list[UUID] | None = None,
        service_order_ids: list[UUID] | None = None,
        service_ids: list[UUID] | None = None,
        bill_ids: list[UUID] | None = None,
        created_utc: models.TimeInterval | None = None,
        updated_utc: models.TimeInterval | None = None,
        consumed_utc: models.TimeInterval | None = None,
        canceled_utc: models.TimeInterval | None = None,
        closed_utc: models.TimeInterval | None = None,
        currency: str | None = None,
        accounting_states: list[models.AccountingState] | None = None,
        types: list[models.OrderItemType] | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.OrderItem, models.OrderItemsGetAllResult]:
        """List order items.

        Lists what accounts consumed or will consume, such as nights, products, fees and the
        rebates on them, newest first. At least one filter is needed; `EnterpriseIds`,
        `AccountingStates`, `Types` and `Currency` only narrow what another filter found.

        Args:
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out. More than 1000 are asked for in parts.
            order_item_ids: These order items. More than 1000 are asked for in parts.
            account_ids: Order items of these customers or companies. More than 100 are
                asked for in parts.
            service_order_ids: Order items of these reservations or product orders. More
                than 1000 are asked for in parts.
            service_ids: Order items of these services. More than 1000 are asked for in
                parts.
            bill_ids: Order items on these bills. More than 1000 are asked for in parts.
            created_utc: When the order item was created. What is longer than 3 months is
                asked for in parts.
            updated_utc: When the order item last changed. What is longer than 3 months is
                asked for in parts.
            consumed_utc: When the order item was or will be consumed. What is longer than 3
                months is asked for in parts.
            canceled_utc: When the order item was canceled. What is longer than 3 months is
                asked for in parts.
            closed_utc: When the order item's bill was closed. What is longer than 3 months
                is asked for in parts.
            currency: ISO 4217 code of the currency to convert amounts to; `OriginalAmount`
                stays as it is.
            accounting_states: Only order items in one of these accounting states. More than
                1000 are asked for in parts.
            types: Only order items of one of these types. More than 1000 are asked for in
                parts.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/orderitems#get-all-order-items
        """
        return self._session.paginate(
            api.ORDER_ITEMS_GET_ALL,
            models.OrderItemsGetAllRequest(
                enterprise_ids=enterprise_ids,
                order_item_ids=order_item_ids,
                account_ids=account_ids,
                service_order_ids=service_order_ids,
                service_ids=service_ids,
                bill_ids=bill_ids,
                created_utc=created_utc,
                updated_utc=updated_utc,
                consumed_utc=consumed_utc,
                canceled_utc=canceled_utc,
                closed_utc=closed_utc,
                currency=currency,
                accounting_states=accounting_states,
                types=types,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )
