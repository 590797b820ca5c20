"""orderItems/getAll and orderItems/cancel."""

from decimal import Decimal
from uuid import UUID

from msgspec import Struct, structs

from mews_toolkit.sandbox.entities.amount import untaxed
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.listing import Listing
from mews_toolkit.sandbox.operations.conversion import check_exchangeable, order_item_in
from mews_toolkit.sandbox.operations.done import Done
from mews_toolkit.sandbox.operations.named import named
from mews_toolkit.sandbox.pages import Page
from mews_toolkit.sandbox.refusals import forbidden
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import Caller
from mews_toolkit.sandbox.wire import JsonObject, read


class OrderItemsGetAll(Listing, frozen=True, kw_only=True, rename="pascal"):
    """Which order items are wanted. Filters narrow each other."""

    order_item_ids: list[UUID] | None = None
    account_ids: frozenset[UUID] | None = None
    service_order_ids: frozenset[UUID] | None = None
    service_ids: frozenset[UUID] | None = None
    bill_ids: frozenset[UUID] | None = None
    created_utc: TimeInterval | None = None
    updated_utc: TimeInterval | None = None
    consumed_utc: TimeInterval | None = None
    canceled_utc: TimeInterval | None = None
    closed_utc: TimeInterval | None = None
    currency: str | None = None
    accounting_states: frozenset[str] | None = None
    types: frozenset[str] | None = None

    def wants(self, item: OrderItem) -> bool:
        """Whether the item passes every filter but those that the walk itself honours."""
        return (
            (self.types is None or item.type in self.types)
            and (self.accounting_states is None or item.accounting_state in self.accounting_states)
            and (self.account_ids is None or item.account_id in self.account_ids)
            and (self.service_order_ids is None or item.service_order_id in self.service_order_ids)
            and (self.service_ids is None or item.service_id in self.service_ids)
            and (self.bill_ids is None or item.bill_id in self.bill_ids)
            and (self.updated_utc is None or self.updated_utc.holds(item.updated_utc))
            and (self.consumed_utc is None or self.consumed_utc.holds(item.consumed_utc))
            and (self.canceled_utc is None or self.canceled_utc.holds(item.canceled_utc))
            and (self.closed_utc is None or self.closed_utc.holds(item.closed_utc))
        )


class OrderItemsCancel(Struct, frozen=True, kw_only=True, rename="pascal"):
    """Order items that nobody shall owe any more."""

    enterprise_id: UUID | None = None
    order_item_ids: list[UUID]


class OrderItemsPage(Page, frozen=True, kw_only=True, rename="pascal"):
    """One page of order items."""

    order_items: list[OrderItem]


def get_all(store: Store, caller: Caller, body: JsonObject) -> OrderItemsPage:
    """Lists order items, newest first, their amounts in another currency when one is asked for."""
    asked = read(OrderItemsGetAll, body)
    check_exchangeable(asked.currency)
    found, cursor = asked.found(
        store.order_items,
        caller,
        asked.wants,
        row_ids=asked.order_item_ids,
        created=asked.created_utc,
    )
    shown = [order_item_in(it, asked.currency) for it in found]
    return OrderItemsPage(order_items=shown, cursor=cursor)


def cancel(store: Store, caller: Caller, body: JsonObject) -> Done:
    """Cancels all the items or, when one of them is not open, none."""
    asked = read(OrderItemsCancel, body)
    enterprise_id = caller.enterprise_id(asked.enterprise_id)
    now = store.now()
    canceled: list[OrderItem] = []
    for item_id in dict.fromkeys(asked.order_item_ids):
        item = named(store.order_items, (enterprise_id,), item_id, "OrderItemIds")
        if item.accounting_state != "Open":
            raise forbidden("Only an open order item can be canceled.")
        canceled.append(
            # What the item was worth stays in its original amount.
            structs.replace(
                item,
                amount=untaxed(item.amount.currency, Decimal(0)),
                accounting_state="Canceled",
                canceled_utc=now,
                updated_utc=now,
            )
        )
    for item in canceled:
        store.order_items.put(item)
    return Done()
