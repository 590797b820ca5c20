from __future__ import annotations

import hashlib
import json

from mews_toolkit.webhooks._events import EntityEvent, Event

__all__ = ["event_key"]


def event_key(event: Event) -> str:
    """What two events have in common only if they say the same; it shows nothing of them."""
    said = event.id.hex if isinstance(event, EntityEvent) else event.json
    whole = [event.discriminator, event.enterprise_id.hex, event.integration_id.hex, said]
    # Only a Decimal is none of JSON's own, and must not be the same as its text.
    text = json.dumps(whole, sort_keys=True, default=lambda number: {"": str(number)})
    return hashlib.sha256(text.encode()).hexdigest()
