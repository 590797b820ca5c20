"""What can have happened. An event says no more than that: what became of it has to be read."""

from __future__ import annotations

from typing import Any, TypeAlias
from uuid import UUID

from attrs import field, frozen

__all__ = [
    "CustomerAdded",
    "CustomerUpdated",
    "EntityEvent",
    "Event",
    "MessageAdded",
    "PaymentUpdated",
    "ResourceBlockUpdated",
    "ResourceUpdated",
    "ServiceOrderUpdated",
    "UnknownEvent",
]


@frozen
class EntityEvent:
    """Something happened to one entity.

    Attributes:
        enterprise_id: The enterprise it belongs to.
        integration_id: The integration that is told of it.
        id: The entity.
    """

    enterprise_id: UUID
    integration_id: UUID
    id: UUID

    @property
    def discriminator(self) -> str:
        """The event's name in the API."""
        return type(self).__name__


@frozen
class ServiceOrderUpdated(EntityEvent):
    """A service order, such as a reservation, was added or changed."""


@frozen
class ResourceUpdated(EntityEvent):
    """A resource, such as a room, was added or changed."""


@frozen
class ResourceBlockUpdated(EntityEvent):
    """A block of a resource was added or changed."""


@frozen
class MessageAdded(EntityEvent):
    """A message was added."""


@frozen
class CustomerAdded(EntityEvent):
    """A customer was added. There is a `CustomerUpdated` for it, too."""


@frozen
class CustomerUpdated(EntityEvent):
    """A customer was added or changed."""


@frozen
class PaymentUpdated(EntityEvent):
    """A payment was added or changed."""


@frozen
class UnknownEvent:
    """An event that this version does not know.

    Attributes:
        enterprise_id: The enterprise it belongs to.
        integration_id: The integration that is told of it.
        discriminator: The event's name in the API.
        json: The whole event as plain JSON values, numbers with a point as `Decimal`.
    """

    enterprise_id: UUID
    integration_id: UUID
    discriminator: str
    # A dict has no hash. What it holds nobody here can tell: it may be personal.
    json: dict[str, Any] = field(hash=False, repr=False)


Event: TypeAlias = EntityEvent | UnknownEvent
"""Whatever `parse` gives."""
