from datetime import datetime
from uuid import UUID

from attrs import field, frozen
from mews_runtime import Model

from .localized_text import LocalizedText
from .promotions import Promotions
from .service_data import ServiceData
from .service_options import ServiceOptions


@frozen(kw_only=True, eq=False, repr=False)
class Service(Model):
    """Something that an enterprise sells, such as its accommodation."""

    id: UUID = field(metadata={"json": "Id"})
    """Identifier of the service."""
    enterprise_id: UUID = field(metadata={"json": "EnterpriseId"})
    """Enterprise that sells it."""
    is_active: bool = field(metadata={"json": "IsActive"})
    """Whether it is still sold."""
    name: str = field(
        metadata={"json": "Name", "min_length": 1, "deprecated": "deprecated; use `names`"}
    )
    """Name of the service. Deprecated; use `names`."""
    names: LocalizedText = field(metadata={"json": "Names"})
    """Name of the service in each language."""
    options: ServiceOptions = field(metadata={"json": "Options"})
    """Switches of the service."""
    ordering: int = field(metadata={"json": "Ordering"})
    """Position among the services, smallest first."""
    created_utc: datetime = field(metadata={"json": "CreatedUtc"})
    """When the service was set up."""
    updated_utc: datetime = field(metadata={"json": "UpdatedUtc"})
    """When the service last changed."""
    start_time: str | None = field(
        default=None, metadata={"json": "StartTime", "deprecated": "deprecated"}
    )
    """When it starts in a day, as an ISO 8601 duration since midnight. Deprecated."""
    end_time: str | None = field(
        default=None, metadata={"json": "EndTime", "deprecated": "deprecated"}
    )
    """When it ends in a day, as an ISO 8601 duration since midnight. Deprecated."""
    promotions: Promotions | None = field(
        default=None, metadata={"json": "Promotions", "deprecated": "deprecated; use `data`"}
    )
    """When the service is offered to guests. Deprecated; use `data`."""
    type_: str | None = field(
        default=None, metadata={"json": "Type", "deprecated": "deprecated; use `data`"}
    )
    """Kind of service, such as `Reservable`. Deprecated; use `data`."""
    data: ServiceData | None = field(default=None, metadata={"json": "Data"})
    """What is particular to the kind of service."""
    external_identifier: str | None = field(
        default=None, metadata={"json": "ExternalIdentifier", "max_length": 255}
    )
    """The service's identifier in another system. At most 255 characters."""
