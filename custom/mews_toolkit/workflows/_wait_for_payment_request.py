from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from mews_connector import Clock, MewsClient, models
from mews_toolkit.workflows._awaited import AwaitedPaymentRequest
from mews_toolkit.workflows._errors import NotSeenError
from mews_toolkit.workflows._polling import SYSTEM_CLOCK, Polling
from mews_toolkit.workflows._reading import read_payment_request
from mews_toolkit.workflows._states import is_stuck, wanted_states

__all__ = ["wait_for_payment_request"]


async def wait_for_payment_request(
    mews: MewsClient,
    payment_request_id: UUID,
    until: models.PaymentRequestState | Iterable[models.PaymentRequestState] | None = None,
    *,
    deadline: float = 60.0,
    clock: Clock = SYSTEM_CLOCK,
) -> AwaitedPaymentRequest:
    """Reads a payment request until it is in one of the states, or time is up.

    It is read as `wait_for_payment` reads a payment. A completed request says that somebody paid
    or gave a preauthorization; the payment that names it in `payment_request_id` says how that
    ended.

    Args:
        mews: The client.
        payment_request_id: The payment request.
        until: The state or states to wait for; the final ones when left out.
        deadline: Seconds from now.
        clock: Where the time comes from.

    Returns:
        The payment request as it was last read, and whether it is in one of the states. It not
        being there at the deadline is a result, and no error.

    Raises:
        NotSeenError: The API answered, but did not list it until the deadline.
        DeadlineExceededError: The API did not answer until then.
        InvalidRequestError: The deadline is no positive number, or `until` names no state.
        MewsError: A read failed in a way that does not pass.
    """
    wanted = wanted_states(models.PaymentRequestState, until)
    request = await Polling(
        "payment request",
        lambda: read_payment_request(mews, payment_request_id),
        lambda it: it.state in wanted or is_stuck(it.state),
    ).until(deadline, clock)
    if request is None:
        raise NotSeenError(
            "payment request", payment_request_id, operation="paymentRequests/getAll"
        )
    return AwaitedPaymentRequest(request, request.state in wanted)
