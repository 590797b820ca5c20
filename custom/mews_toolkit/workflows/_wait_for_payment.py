from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from mews_connector import Clock, MewsClient, models
from mews_toolkit.workflows._awaited import AwaitedPayment
from mews_toolkit.workflows._errors import NotSeenError
from mews_toolkit.workflows._polling import SYSTEM_CLOCK, Polling
from mews_toolkit.workflows._reading import read_payment
from mews_toolkit.workflows._states import is_stuck, wanted_states

__all__ = ["wait_for_payment"]


async def wait_for_payment(
    mews: MewsClient,
    payment_id: UUID,
    until: models.PaymentState | Iterable[models.PaymentState] | None = None,
    *,
    deadline: float = 60.0,
    clock: Clock = SYSTEM_CLOCK,
) -> AwaitedPayment:
    """Reads a payment until it is in one of the states, or time is up.

    It is read at once, after a second, and then after pauses that double up to half a minute. Not
    being listed yet, and faults that pass, are waited out. A state that this version does not know
    is waited out too, unless it is asked for. It ends early in a state that no other can follow.

    Args:
        mews: The client.
        payment_id: The payment, or the refund.
        until: The state or states to wait for; the final ones when left out. `Charged` is final,
            though what was recorded from outside of Mews has been seen cancelled after it.
        deadline: Seconds from now.
        clock: Where the time comes from.

    Returns:
        The payment as it was last read, and whether it is in one of the states. It not being there
        at the deadline is a result, and no error.

    Raises:
        NotSeenError: The API answered, but did not list it until the deadline.
        DeadlineExceededError: The API did not answer until then.
        InvalidRequestError: The deadline is no positive number, or `until` names no state.
        MewsError: A read failed in a way that does not pass.
    """
    wanted = wanted_states(models.PaymentState, until)
    payment = await Polling(
        "payment",
        lambda: read_payment(mews, payment_id),
        lambda it: it.state in wanted or is_stuck(it.state),
    ).until(deadline, clock)
    if payment is None:
        raise NotSeenError("payment", payment_id, operation="payments/getAll")
    return AwaitedPayment(payment, payment.state in wanted)
