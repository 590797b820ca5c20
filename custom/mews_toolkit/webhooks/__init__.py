"""What Mews tells by general webhooks: that something changed, so that it can be read.

events = parse(body)
async with duplicates.removed(events) as fresh:
    for event in fresh:
        queue.put_nowait(event)

docs/webhooks.md has the receiver around it, and why the same event can be news again.
"""

from mews_toolkit.webhooks._duplicates import Duplicates
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
from mews_toolkit.webhooks._memory_waiting import MemoryWaiting
from mews_toolkit.webhooks._parse import parse
from mews_toolkit.webhooks._waiting import Waiting

__all__ = [
    "CustomerAdded",
    "CustomerUpdated",
    "Duplicates",
    "EntityEvent",
    "Event",
    "InvalidWebhookError",
    "MemoryWaiting",
    "MessageAdded",
    "PaymentUpdated",
    "ResourceBlockUpdated",
    "ResourceUpdated",
    "ServiceOrderUpdated",
    "UnknownEvent",
    "Waiting",
    "parse",
]
