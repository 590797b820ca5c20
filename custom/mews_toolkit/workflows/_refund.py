from __future__ import annotations

import logging
from uuid import UUID

from attrs import frozen

from mews_connector import Clock, MewsClient, errors, models
from mews_toolkit.money import check_sendable
from mews_toolkit.workflows._errors import NotSeenError, PaymentOutcomeUnknownError
from mews_toolkit.workflows._outcome import outcome_of
from mews_toolkit.workflows._polling import SYSTEM_CLOCK, Polling, check_deadline
from mews_toolkit.workflows._reading import read_payment
from mews_toolkit.workflows._refund_search import RefundSearch
from mews_toolkit.workflows._states import is_final

__all__ = ["Refunded", "refund"]

_logger = logging.getLogger("mews_toolkit.workflows")


@frozen
class Refunded:
    """What became of a refund.

    Attributes:
        refund: The refund, a payment of its own, as it was last read. Its amounts are positive, as
            answers tell money given back.
        amount: What is given back, as a positive sum, as the answer to the refund told it.
        is_final: Whether the outcome is there. If not, the refund may still fail.
    """

    refund: models.Payment
    amount: models.CurrencyValue
    is_final: bool

    @property
    def succeeded(self) -> bool | None:
        """Whether the money went back; None for as long as that is open."""
        return self.refund.state.info.succeeded if self.is_final else None


async def refund(
    mews: MewsClient,
    *,
    payment_id: UUID,
    amount: models.CurrencyValue | None = None,
    reason: str,
    enterprise_id: UUID | None = None,
    deadline: float = 60.0,
    clock: Clock = SYSTEM_CLOCK,
) -> Refunded:
    """Gives a card payment or alternative payment back once, and waits for what becomes of it.

    The payment is read first, for its account and its currency. The refund is never posted again
    once it may have reached the server. Who cancels amid the post cannot know its outcome either:
    a `RefundSearch` made by hand finds it. A cancellation after the post changes nothing, and the
    log has the refund's id.

    Args:
        mews: The client.
        payment_id: The payment to give back.
        amount: How much of it, as a positive sum in the payment's own currency; all that is left of
            it when left out.
        reason: Why the money goes back.
        enterprise_id: Enterprise of the payment. Needed with a portfolio token.
        deadline: Seconds to wait for the outcome, from the answer to the refund; and as many before
            it, should the payment not be listed yet.
        clock: Where the time comes from.

    Returns:
        The refund. That it is still pending at the deadline is a result, and no error.

    Raises:
        BusinessRuleError: A rule forbids it, such as less being left of the payment.
        UnauthorizedError: A token is wrong or has no permission: nothing was refunded.
        NotSeenError: The payment was not listed: nothing was sent.
        PaymentOutcomeUnknownError: It may or may not have been refunded; `.search` looks it up.
        StateUnreadError: It was refunded as the payment `.id`, which could not be read.
        InvalidRequestError: It is refused here, and no refund was sent.
        MewsError: Whatever else goes wrong before the refund is carried out.
    """
    check_deadline(deadline)
    if amount is not None:
        _check_plain(amount)
    payment = await _visible(mews, payment_id, deadline, clock)
    currency = payment.original_amount.currency
    if amount is not None and amount.currency != currency:
        raise errors.InvalidRequestError(
            f"amount: the payment is in {currency}, so no {amount.currency} can be refunded",
            operation="payments/refund",
        )
    search = RefundSearch(payment, amount, clock.utc())
    try:
        started = await mews.payments.refund(
            payment_id=payment_id,
            account_id=payment.account_id,
            reason=reason,
            enterprise_id=enterprise_id,
            value_to_refund=None if amount is None else amount.value,
        )
    except errors.OutcomeUnknownError as error:
        raise PaymentOutcomeUnknownError(error, search) from error
    _logger.info("payments/refund of payment %s made refund %s", payment_id, started.refund_id)
    refunded = await outcome_of(
        mews,
        "refund",
        started.refund_id,
        operation="payments/refund",
        deadline=deadline,
        clock=clock,
    )
    return Refunded(refunded, started.amount, is_final(refunded.state))


def _check_plain(amount: object) -> None:
    if not isinstance(amount, models.CurrencyValue):
        raise errors.InvalidRequestError(
            f"amount: a refund is of a CurrencyValue, not of a {type(amount).__name__}",
            operation="payments/refund",
        )
    check_sendable(amount)


async def _visible(
    mews: MewsClient, payment_id: UUID, deadline: float, clock: Clock
) -> models.Payment:
    payment = await Polling(
        "payment", lambda: read_payment(mews, payment_id), lambda _: True
    ).until(deadline, clock)
    if payment is None:
        raise NotSeenError("payment", payment_id, operation="payments/getAll")
    return payment
