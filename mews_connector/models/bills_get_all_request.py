from datetime import datetime
from typing import ClassVar
from uuid import UUID

from attrs import field, frozen
from mews_runtime import AnyOf, Model, Rule

from .bill_correction_state import BillCorrectionState
from .bill_extent import BillExtent
from .bill_state import BillState
from .bill_time_filter import BillTimeFilter
from .bill_type import BillType
from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class BillsGetAllRequest(Model):
    """Which bills to list."""

    rules: ClassVar[tuple[Rule, ...]] = (
        AnyOf(
            (
                ("bill_ids",),
                ("customer_ids",),
                ("issued_utc",),
                ("paid_utc",),
                ("due_utc",),
                ("created_utc",),
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
    bill_ids: list[UUID] | None = field(
        default=None, metadata={"json": "BillIds", "min_items": 1, "max_items": 1000}
    )
    """These bills, corrective ones included. At most 1000 items."""
    customer_ids: list[UUID] | None = field(
        default=None, metadata={"json": "CustomerIds", "min_items": 1, "max_items": 1000}
    )
    """Bills of these customers. At most 1000 items."""
    issued_utc: TimeInterval | None = field(
        default=None, metadata={"json": "IssuedUtc", "longest": "P3M"}
    )
    """When the bill was issued. At most 3 months long."""
    paid_utc: TimeInterval | None = field(
        default=None, metadata={"json": "PaidUtc", "longest": "P3M"}
    )
    """When the bill was paid. At most 3 months long."""
    due_utc: TimeInterval | None = field(
        default=None, metadata={"json": "DueUtc", "longest": "P3M"}
    )
    """When the bill is due. At most 3 months long."""
    created_utc: TimeInterval | None = field(
        default=None, metadata={"json": "CreatedUtc", "longest": "P3M"}
    )
    """When the bill was opened. At most 3 months long."""
    updated_utc: TimeInterval | None = field(
        default=None, metadata={"json": "UpdatedUtc", "longest": "P3M"}
    )
    """When the bill last changed. At most 3 months long."""
    closed_utc: TimeInterval | None = field(
        default=None,
        metadata={
            "json": "ClosedUtc",
            "longest": "P3M",
            "deprecated": "deprecated since 2025-10-30; use `issued_utc`",
        },
    )
    """When the bill was closed. At most 3 months long. Deprecated since 2025-10-30; use
    `issued_utc`."""
    time_filter: BillTimeFilter | None = field(
        default=None,
        metadata={
            "json": "TimeFilter",
            "deprecated": "deprecated since 2020-08-19; use `created_utc`, `issued_utc`, `paid_utc`, `due_utc` or `updated_utc`",
        },
    )
    """Which moment `StartUtc` and `EndUtc` are about. Deprecated since 2020-08-19; use
    `created_utc`, `issued_utc`, `paid_utc`, `due_utc` or `updated_utc`."""
    start_utc: datetime | None = field(
        default=None,
        metadata={
            "json": "StartUtc",
            "deprecated": "deprecated since 2020-08-19; use `created_utc`, `issued_utc`, `paid_utc`, `due_utc` or `updated_utc`",
        },
    )
    """First instant of the interval that `TimeFilter` speaks of. Goes with `EndUtc`. Deprecated
    since 2020-08-19; use `created_utc`, `issued_utc`, `paid_utc`, `due_utc` or
    `updated_utc`."""
    end_utc: datetime | None = field(
        default=None,
        metadata={
            "json": "EndUtc",
            "deprecated": "deprecated since 2020-08-19; use `created_utc`, `issued_utc`, `paid_utc`, `due_utc` or `updated_utc`",
        },
    )
    """First instant after the interval that `TimeFilter` speaks of. Goes with `StartUtc`.
    Deprecated since 2020-08-19; use `created_utc`, `issued_utc`, `paid_utc`, `due_utc` or
    `updated_utc`."""
    state: BillState | None = field(default=None, metadata={"json": "State"})
    """Only bills in this state; open and closed ones when left out."""
    type_: BillType | None = field(default=None, metadata={"json": "Type"})
    """Only bills of this type."""
    correction_state: list[BillCorrectionState] | None = field(
        default=None, metadata={"json": "CorrectionState"}
    )
    """Only bills that are corrections or only those that are none; name both for all. Only
    `Bill` counts when this and `BillIds` are left out, so corrections stay hidden."""
    extent: BillExtent | None = field(
        default=None,
        metadata={
            "json": "Extent",
            "deprecated": "deprecated since 2023-10-20, until 2025-01-10; use orderItems/getAll and payments/getAll with the ids of the bills",
        },
    )
    """What to tell beside the bills themselves. Replaced by `BillIds` of orderItems/getAll and
    payments/getAll; the API was to stop honouring it on 10 January 2025. Deprecated since
    2023-10-20, until 2025-01-10; use orderItems/getAll and payments/getAll with the ids of
    the bills."""
