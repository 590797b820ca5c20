from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .activity_state import ActivityState
from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class AccountingCategoriesGetAllRequest(Model):
    """Which accounting categories to list. Every filter may be left out."""

    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """Enterprises to look in; all that the access token reaches when left out. At most 1000
    items."""
    accounting_category_ids: list[UUID] | None = field(
        default=None, metadata={"json": "AccountingCategoryIds", "min_items": 1, "max_items": 1000}
    )
    """These accounting categories. At most 1000 items."""
    updated_utc: TimeInterval | None = field(
        default=None, metadata={"json": "UpdatedUtc", "longest": "P3M"}
    )
    """When the accounting category last changed. At most 3 months long."""
    activity_states: list[ActivityState] | None = field(
        default=None, metadata={"json": "ActivityStates"}
    )
    """Only accounting categories in one of these states; those in use and those deleted when
    left out."""
