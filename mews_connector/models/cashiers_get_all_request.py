from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .activity_state import ActivityState
from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class CashiersGetAllRequest(Model):
    """Which cashiers to list. Every filter may be left out."""

    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """Enterprises to look in; all that the access token reaches when left out. At most 1000
    items."""
    ids: list[UUID] | None = field(
        default=None, metadata={"json": "Ids", "min_items": 1, "max_items": 1000}
    )
    """These cashiers. At most 1000 items."""
    updated_utc: TimeInterval | None = field(
        default=None, metadata={"json": "UpdatedUtc", "longest": "P3M"}
    )
    """When the cashier last changed. At most 3 months long."""
    activity_states: list[ActivityState] | None = field(
        default=None, metadata={"json": "ActivityStates"}
    )
    """Only cashiers that are in use, only deleted ones, or both."""
