from datetime import datetime
from typing import ClassVar
from uuid import UUID

from attrs import field, frozen
from mews_runtime import AnyOf, Model, Rule

from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class CashierTransactionsGetAllRequest(Model):
    """Which cashier transactions to list."""

    rules: ClassVar[tuple[Rule, ...]] = (
        AnyOf(
            (
                ("cashier_transaction_ids",),
                ("created_utc",),
                ("start_utc", "end_utc"),
            )
        ),
    )

    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """Enterprises to look in; all that the access token reaches when left out. At most 1000
    items."""
    cashier_transaction_ids: list[UUID] | None = field(
        default=None, metadata={"json": "CashierTransactionIds", "min_items": 1, "max_items": 1000}
    )
    """These cashier transactions. At most 1000 items."""
    created_utc: TimeInterval | None = field(
        default=None, metadata={"json": "CreatedUtc", "longest": "P3M"}
    )
    """When the cashier transaction was created. At most 3 months long."""
    start_utc: datetime | None = field(
        default=None,
        metadata={
            "json": "StartUtc",
            "deprecated": "deprecated since 2020-08-19; use `created_utc`",
        },
    )
    """First instant of when the cashier transaction was created, together with `EndUtc`.
    Deprecated since 2020-08-19; use `created_utc`."""
    end_utc: datetime | None = field(
        default=None,
        metadata={"json": "EndUtc", "deprecated": "deprecated since 2020-08-19; use `created_utc`"},
    )
    """End of when the cashier transaction was created, together with `StartUtc`. Deprecated
    since 2020-08-19; use `created_utc`."""
