from __future__ import annotations

from uuid import UUID
from weakref import WeakKeyDictionary

from attrs import frozen

from mews_connector import Clock, MewsClient, errors
from mews_toolkit.workflows._server_clock import ServerClock

__all__ = ["Enterprise", "enterprise_of"]


@frozen(eq=False)
class Enterprise:
    """Where a payment would be recorded, and by which clock it would be dated."""

    id: UUID
    server: ServerClock


_known: WeakKeyDictionary[MewsClient, dict[UUID | None, Enterprise]] = WeakKeyDictionary()


async def enterprise_of(
    mews: MewsClient, enterprise_id: UUID | None, *, clock: Clock
) -> Enterprise:
    """The enterprise that a payment would be recorded in. It is asked for once per client.

    It is asked for again with another clock, and when the wall clock has been moved. The API
    ignores the enterprise in a write with the token of a single one, and goes by it in reads: a
    wrong one would make each payment that was added look missing.

    Raises:
        InvalidRequestError: The client's token is not that enterprise's.
        MewsError: It could not be read.
    """
    known = _known.setdefault(mews, {})
    before = known.get(enterprise_id)
    if before is not None and before.server.holds_for(clock):
        return before
    configuration = await mews.configuration.get(enterprise_id=enterprise_id)
    found = configuration.enterprise.id
    if enterprise_id not in (None, found):
        raise errors.InvalidRequestError(
            f"enterprise_id: the access token is that of {found}; for one of a portfolio,"
            " say portfolio=True to the client"
        )
    enterprise = known[enterprise_id] = Enterprise(
        found, ServerClock.as_told(configuration.now_utc, clock)
    )
    return enterprise
