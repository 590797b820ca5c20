from __future__ import annotations

from uuid import UUID

from mews_connector import Clock, MewsClient, errors, models
from mews_toolkit.workflows._errors import StateUnreadError
from mews_toolkit.workflows._wait_for_payment import wait_for_payment

__all__ = ["outcome_of"]


async def outcome_of(
    mews: MewsClient,
    what: str,
    payment_id: UUID,
    *,
    operation: str,
    deadline: float,
    clock: Clock,
) -> models.Payment:
    """The payment that was just written, final or as it is at the deadline.

    Raises:
        StateUnreadError: It could not be read; the error keeps its id.
    """
    try:
        return (await wait_for_payment(mews, payment_id, deadline=deadline, clock=clock)).payment
    except errors.MewsError as error:
        raise StateUnreadError(what, payment_id, operation=operation) from error
