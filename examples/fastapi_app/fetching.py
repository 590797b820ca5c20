"""What goes on in the background: whatever webhooks name is fetched."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from mews_connector import MewsClient, errors
from mews_toolkit.webhooks import Duplicates

from .inbox import Inbox

__all__ = ["fetch_forever"]

_logger = logging.getLogger("backend")

_PAUSE = 5.0
# A new payment is listed seconds after it was made. One that is not there by then was made up, or
# belongs to another hotel.
_LISTED_WITHIN = timedelta(minutes=1)


async def fetch_forever(mews: MewsClient, inbox: Inbox, duplicates: Duplicates) -> None:
    """Fetches what waits in the inbox, then what comes, until it is cancelled."""
    while True:
        inbox.news.clear()
        is_done = False
        # Whatever fails: the events are where they were.
        try:
            is_done = await _fetch(mews, inbox, duplicates)
        except errors.MewsError as error:
            _logger.warning("the events in the inbox will be tried again: %s", error)
        except Exception:
            _logger.exception("the events in the inbox will be tried again")
        await (inbox.news.wait() if is_done else asyncio.sleep(_PAUSE))


async def _fetch(mews: MewsClient, inbox: Inbox, duplicates: Duplicates) -> bool:
    """Whether nothing waits any more of what did at its start."""
    waiting = await inbox.waiting()
    if not waiting:
        return True
    # Before the read: what happens to a payment from here on has to be told anew.
    await duplicates.taken(*(it.event for it in waiting))
    last = max(it.number for it in waiting)
    ids = list({it.event.id for it in waiting})
    async for page in mews.payments.get_all(payment_ids=ids).pages():
        await inbox.keep(page.items, last)
    given_up = await inbox.give_up(last, _LISTED_WITHIN)
    if given_up:
        _logger.warning("payments that Mews does not list: %s", ", ".join(map(str, given_up)))
    return not await inbox.has(last)
