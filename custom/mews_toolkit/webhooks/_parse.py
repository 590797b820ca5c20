from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, NoReturn, cast
from uuid import UUID

from mews_toolkit.webhooks._errors import InvalidWebhookError
from mews_toolkit.webhooks._events import (
    CustomerAdded,
    CustomerUpdated,
    EntityEvent,
    Event,
    MessageAdded,
    PaymentUpdated,
    ResourceBlockUpdated,
    ResourceUpdated,
    ServiceOrderUpdated,
    UnknownEvent,
)

__all__ = ["parse"]

_KNOWN: dict[str, type[EntityEvent]] = {
    event.__name__: event
    for event in (
        ServiceOrderUpdated,
        ResourceUpdated,
        ResourceBlockUpdated,
        MessageAdded,
        CustomerAdded,
        CustomerUpdated,
        PaymentUpdated,
    )
}


def parse(body: bytes | str) -> tuple[Event, ...]:
    """The events of a message of a general webhook, in its order and with its repetitions.

    An event that this version does not know is an `UnknownEvent`. What else the API may add to a
    message is left out.

    Args:
        body: The body of the request as it came.

    Raises:
        InvalidWebhookError: It is no such message, or an event that is known names no entity.
    """
    message = _object(_plain(body), "$")
    if "Events" not in message and "Action" in message:
        raise InvalidWebhookError(
            "$", "this is an integration webhook, which has an Action and no Events"
        )
    enterprise_id = _uuid(message, "EnterpriseId", "$")
    integration_id = _uuid(message, "IntegrationId", "$")
    told = message.get("Events")
    if not isinstance(told, list):
        raise InvalidWebhookError("$.Events", "must be an array")
    return tuple(
        _event(event, f"$.Events[{index}]", enterprise_id, integration_id)
        for index, event in enumerate(cast("list[object]", told))
    )


def _event(value: object, path: str, enterprise_id: UUID, integration_id: UUID) -> Event:
    event = _object(value, path)
    discriminator = event.get("Discriminator")
    if not isinstance(discriminator, str):
        raise InvalidWebhookError(f"{path}.Discriminator", "must be a string")
    known = _KNOWN.get(discriminator)
    if known is None:
        return UnknownEvent(enterprise_id, integration_id, discriminator, event)
    path = f"{path}.Value"
    entity_id = _uuid(_object(event.get("Value"), path), "Id", path)
    return known(enterprise_id, integration_id, entity_id)


def _plain(body: bytes | str) -> object:
    try:
        text = body if isinstance(body, str) else body.decode()
        value: object = json.loads(text, parse_float=Decimal, parse_constant=_no_number)
    # ArithmeticError: a number with an exponent beyond those of Decimal.
    except (ValueError, ArithmeticError):
        problem = "is not JSON in UTF-8"
    except RecursionError:
        problem = "is nested too deeply"
    else:
        return value
    # Not within `except`: the errors of codecs and of json hold the whole body.
    raise InvalidWebhookError("$", problem)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _object(value: object, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InvalidWebhookError(path, "must be an object")
    return cast("dict[str, Any]", value)


def _uuid(held: dict[str, Any], name: str, path: str) -> UUID:
    value = held.get(name)
    try:
        if isinstance(value, str):
            return UUID(value)
    except ValueError:
        pass
    raise InvalidWebhookError(f"{path}.{name}", "must be a UUID")
