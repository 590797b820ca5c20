from typing import ClassVar
from uuid import UUID

from attrs import field, frozen
from mews_runtime import AnyOf, Model, Rule

from .accounting_state import AccountingState
from .order_item_type import OrderItemType
from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class OrderItemsGetAllRequest(Model):
    """Which order items to list."""

    rules: ClassVar[tuple[Rule, ...]] = (
        AnyOf(
            (
                ("order_item_ids",),
                ("account_ids",),
                ("service_order_ids",),
                ("service_ids",),
                ("bill_ids",),
                ("created_utc",),
                ("updated_utc",),
                ("consumed_utc",),
                ("canceled_utc",),
                ("closed_utc",),
            )
        ),
    )

    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """Enterprises to look in; all that the access token reaches when left out. At most 1000
    items."""
    order_item_ids: list[UUID] | None = field(
        default=None, metadata={"json": "OrderItemIds", "min_items": 1, "max_items": 1000}
    )
    """These order items. At most 1000 items."""
    account_ids: list[UUID] | None = field(
        default=None, metadata={"json": "AccountIds", "min_items": 1, "max_items": 100}
    )
    """Order items of these customers or companies. At most 100 items."""
    service_order_ids: list[UUID] | None = field(
        default=None, metadata={"json": "ServiceOrderIds", "min_items": 1, "max_items": 1000}
    )
    """Order items of these reservations or product orders. At most 1000 items."""
    service_ids: list[UUID] | None = field(
        default=None, metadata={"json": "ServiceIds", "min_items": 1, "max_items": 1000}
    )
    """Order items of these services. At most 1000 items."""
    bill_ids: list[UUID] | None = field(
        default=None, metadata={"json": "BillIds", "min_items": 1, "max_items": 1000}
    )
    """Order items on these bills. At most 1000 items."""
    created_utc: TimeInterval | None = field(
        default=None, metadata={"json": "CreatedUtc", "longest": "P3M"}
    )
    """When the order item was created. At most 3 months long."""
    updated_utc: TimeInterval | None = field(
        default=None, metadata={"json": "UpdatedUtc", "longest": "P3M"}
    )
    """When the order item last changed. At most 3 months long."""
    consumed_utc: TimeInterval | None = field(
        default=None, metadata={"json": "ConsumedUtc", "longest": "P3M"}
    )
    """When the order item was or will be consumed. At most 3 months long."""
    canceled_utc: TimeInterval | None = field(
        default=None, metadata={"json": "CanceledUtc", "longest": "P3M"}
    )
    """When the order item was canceled. At most 3 months long."""
    closed_utc: TimeInterval | None = field(
        default=None, metadata={"json": "ClosedUtc", "longest": "P3M"}
    )
    """When the order item's bill was closed. At most 3 months long."""
    currency: str | None = field(default=None, metadata={"json": "Currency"})
    """ISO 4217 code of the currency to convert amounts to; `OriginalAmount` stays as it is."""
    accounting_states: list[AccountingState] | None = field(
        default=None, metadata={"json": "AccountingStates", "min_items": 1, "max_items": 1000}
    )
    """Only order items in one of these accounting states. At most 1000 items."""
    types: list[OrderItemType] | None = field(
        default=None, metadata={"json": "Types", "min_items": 1, "max_items": 1000}
    )
    """Only order items of one of these types. At most 1000 items."""
