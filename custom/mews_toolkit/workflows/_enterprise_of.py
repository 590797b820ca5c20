from __future__ import annotations

from uuid import UUID
from weakref import WeakKeyDictionary

from mews_connector import MewsClient, errors

__all__ = ["enterprise_of"]

_known: WeakKeyDictionary[MewsClient, dict[UUID | None, UUID]] = WeakKeyDictionary()


async def enterprise_of(mews: MewsClient, enterprise_id: UUID | None) -> UUID:
    """The enterprise that a payment would be recorded in. It is asked for once per client.

    The API ignores the enterprise in a write with the token of a single one, and goes by it in
    reads: a wrong one would make each payment that was added look missing.

    Raises:
        InvalidRequestError: The client's token is not that enterprise's.
        MewsError: It could not be read.
    """
    known = _known.setdefault(mews, {})
    if enterprise_id not in known:
        configuration = await mews.configuration.get(enterprise_id=enterprise_id)
        found = configuration.enterprise.id
        if enterprise_id not in (None, found):
            raise errors.InvalidRequestError(
                f"enterprise_id: the access token is that of {found}; for one of a portfolio,"
                " say portfolio=True to the client"
            )
        known[enterprise_id] = found
    return known[enterprise_id]
