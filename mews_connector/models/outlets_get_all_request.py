from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class OutletsGetAllRequest(Model):
    """Which outlets to list. Every filter may be left out."""

    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """Enterprises to look in; all that the access token reaches when left out. At most 1000
    items."""
    outlet_ids: list[UUID] | None = field(
        default=None, metadata={"json": "OutletIds", "min_items": 1, "max_items": 1000}
    )
    """These outlets. At most 1000 items."""
    updated_utc: TimeInterval | None = field(
        default=None, metadata={"json": "UpdatedUtc", "longest": "P3M"}
    )
    """When the outlet last changed. At most 3 months long."""
