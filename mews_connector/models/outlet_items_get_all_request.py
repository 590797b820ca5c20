from datetime import datetime
from typing import ClassVar
from uuid import UUID

from attrs import field, frozen
from mews_runtime import AnyOf, Model, Rule

from .outlet_item_time_filter import OutletItemTimeFilter
from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class OutletItemsGetAllRequest(Model):
    """Which outlet items to list."""

    rules: ClassVar[tuple[Rule, ...]] = (
        AnyOf(
            (
                ("ids",),
                ("consumed_utc",),
                ("updated_utc",),
                ("closed_utc",),
                ("start_utc", "end_utc"),
            )
        ),
    )

    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """Enterprises to look in; all that the access token reaches when left out. At most 1000
    items."""
    ids: list[UUID] | None = field(
        default=None, metadata={"json": "Ids", "min_items": 1, "max_items": 1000}
    )
    """These outlet items. At most 1000 items."""
    consumed_utc: TimeInterval | None = field(
        default=None, metadata={"json": "ConsumedUtc", "longest": "P3M"}
    )
    """When the item was consumed, or will be. At most 3 months long."""
    updated_utc: TimeInterval | None = field(
        default=None, metadata={"json": "UpdatedUtc", "longest": "P3M"}
    )
    """When the item's bill last changed. At most 3 months long."""
    closed_utc: TimeInterval | None = field(
        default=None, metadata={"json": "ClosedUtc", "longest": "P3M"}
    )
    """When the item's bill was closed. At most 3 months long."""
    currency: str | None = field(default=None, metadata={"json": "Currency"})
    """ISO 4217 code of the currency to convert every amount to."""
    time_filter: OutletItemTimeFilter | None = field(
        default=None,
        metadata={
            "json": "TimeFilter",
            "deprecated": "deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`",
        },
    )
    """Which time of an item has to lie between `StartUtc` and `EndUtc`; `Consumed` when left
    out. Deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`."""
    start_utc: datetime | None = field(
        default=None,
        metadata={
            "json": "StartUtc",
            "deprecated": "deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`",
        },
    )
    """First instant of the time that `TimeFilter` names, together with `EndUtc`. Deprecated
    since 2020-08-19; use `consumed_utc` or `closed_utc`."""
    end_utc: datetime | None = field(
        default=None,
        metadata={
            "json": "EndUtc",
            "deprecated": "deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`",
        },
    )
    """End of the time that `TimeFilter` names, together with `StartUtc`. Write `ConsumedUtc` or
    `ClosedUtc` instead. Deprecated since 2020-08-19; use `consumed_utc` or `closed_utc`."""
