from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .time_interval import TimeInterval


@frozen(kw_only=True, eq=False, repr=False)
class EnterprisesGetAllRequest(Model):
    """Which enterprises to list. Every filter may be left out."""

    enterprise_ids: list[UUID] | None = field(
        default=None, metadata={"json": "EnterpriseIds", "min_items": 1, "max_items": 1000}
    )
    """These enterprises; all that the access token reaches when left out. At most 1000 items."""
    external_identifiers: list[str] | None = field(
        default=None, metadata={"json": "ExternalIdentifiers", "min_items": 1, "max_items": 1000}
    )
    """Enterprises with one of these identifiers of the chain's own. At most 1000 items."""
    linked_utc: TimeInterval | None = field(
        default=None, metadata={"json": "LinkedUtc", "longest": "P3M"}
    )
    """When the enterprise was connected to the integration. At most 3 months long."""
    updated_utc: TimeInterval | None = field(
        default=None, metadata={"json": "UpdatedUtc", "longest": "P3M"}
    )
    """When the enterprise last changed. At most 3 months long."""
