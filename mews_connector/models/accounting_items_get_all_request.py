from datetime import datetime
from typing import ClassVar
from uuid import UUID

from attrs import field, frozen
from mews_runtime import AnyOf, Model, Rule

from .accounting_item_extent import AccountingItemExtent
from .accounting_item_time_filter import AccountingItemTimeFilter
from .accounting_state import AccountingState
from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class AccountingItemsGetAllRequest(Model):
    """Which order items and payments to list."""

    rules: ClassVar[tuple[Rule, ...]] = (
        AnyOf(
            (
                ("item_ids", "extent"),
                ("rebated_item_ids", "extent"),
                ("closed_utc", "extent"),
                ("updated_utc", "extent"),
                ("consumed_utc", "extent"),
                ("start_utc", "end_utc"),
            )
        ),
    )

    extent: AccountingItemExtent | None = field(default=None, metadata={"json": "Extent"})
    """What to answer with. Needed beside every filter but `StartUtc` with `EndUtc`, which alone
    get `AccountingItems`."""
    item_ids: list[UUID] | None = field(
        default=None, metadata={"json": "ItemIds", "min_items": 1, "max_items": 1000}
    )
    """These order items and payments. At most 1000 items."""
    rebated_item_ids: list[UUID] | None = field(
        default=None, metadata={"json": "RebatedItemIds", "min_items": 1, "max_items": 1000}
    )
    """Rebates on these order items. At most 1000 items."""
    closed_utc: TimeInterval | None = field(
        default=None, metadata={"json": "ClosedUtc", "longest": "P3M"}
    )
    """When the item's bill was closed. At most 3 months long."""
    updated_utc: TimeInterval | None = field(
        default=None, metadata={"json": "UpdatedUtc", "longest": "P3M"}
    )
    """When the item last changed. At most 3 months long."""
    consumed_utc: TimeInterval | None = field(
        default=None, metadata={"json": "ConsumedUtc", "longest": "P3M"}
    )
    """When the item was or will be consumed. At most 3 months long."""
    start_utc: datetime | None = field(
        default=None,
        metadata={
            "json": "StartUtc",
            "deprecated": "deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`",
        },
    )
    """Start of the interval that `TimeFilter` speaks of. Goes with `EndUtc`. Deprecated since
    2020-08-19; use `consumed_utc` or `closed_utc`."""
    end_utc: datetime | None = field(
        default=None,
        metadata={
            "json": "EndUtc",
            "deprecated": "deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`",
        },
    )
    """End of the interval that `TimeFilter` speaks of. Goes with `StartUtc`. Deprecated since
    2020-08-19; use `consumed_utc` or `closed_utc`."""
    time_filter: AccountingItemTimeFilter | None = field(
        default=None,
        metadata={
            "json": "TimeFilter",
            "deprecated": "deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`",
        },
    )
    """What must have happened between `StartUtc` and `EndUtc`; `Consumed` when left out.
    Deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`."""
    currency: str | None = field(default=None, metadata={"json": "Currency"})
    """ISO 4217 code of the currency to convert amounts to; `OriginalAmount` stays as it is."""
    states: list[AccountingState] | None = field(default=None, metadata={"json": "States"})
    """Only items in one of these accounting states; `Open` and `Closed` ones when left out."""
