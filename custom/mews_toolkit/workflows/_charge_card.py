from __future__ import annotations

import logging
from uuid import UUID

from attrs import frozen

from mews_connector import Clock, MewsClient, errors, models
from mews_toolkit.money import check_sendable
from mews_toolkit.workflows._charge_search import ChargeSearch
from mews_toolkit.workflows._errors import PaymentOutcomeUnknownError
from mews_toolkit.workflows._outcome import outcome_of
from mews_toolkit.workflows._polling import SYSTEM_CLOCK, check_deadline
from mews_toolkit.workflows._states import is_final

__all__ = ["ChargedCard", "charge_card"]

_logger = logging.getLogger("mews_toolkit.workflows")


@frozen
class ChargedCard:
    """What became of a charge.

    Attributes:
        payment: The payment as it was last read. Its amounts are negative, as answers tell money
            received.
        is_final: Whether the outcome is there. If not, the money may still be taken or not.
    """

    payment: models.Payment
    is_final: bool

    @property
    def succeeded(self) -> bool | None:
        """Whether the money was taken; None for as long as that is open."""
        return self.payment.state.info.succeeded if self.is_final else None


async def charge_card(
    mews: MewsClient,
    *,
    credit_card_id: UUID,
    amount: models.AmountParameters,
    bill_id: UUID | None = None,
    accounting_category_id: UUID | None = None,
    reservation_id: UUID | None = None,
    receipt_identifier: str | None = None,
    notes: str | None = None,
    deadline: float = 60.0,
    clock: Clock = SYSTEM_CLOCK,
) -> ChargedCard:
    """Charges a stored card once, and waits for what becomes of it.

    The answer to a charge only names the payment, so its state is read until it is final or time is
    up. The charge itself is never posted again once it may have reached the server. Who cancels
    amid the post cannot know its outcome either: a `ChargeSearch` made by hand finds it. A
    cancellation after the post changes nothing, and the log has the payment's id.

    Args:
        mews: The client. Portfolio tokens cannot charge.
        credit_card_id: The card, of the kind `Gateway`.
        amount: What to charge, as a positive value that its currency has coins for.
        bill_id: Bill to put the payment on; one is chosen when left out.
        accounting_category_id: Accounting category to file the payment under.
        reservation_id: Reservation that the payment belongs to.
        receipt_identifier: Number of the receipt.
        notes: Free text. A text of its own for each charge tells charges apart later.
        deadline: Seconds to wait for the outcome, from the answer to the charge.
        clock: Where the time comes from.

    Returns:
        The payment. That it is still pending at the deadline is a result, and no error.

    Raises:
        CardDeclinedError: The card was declined; `.reason` says why, and there is no payment.
        BusinessRuleError: Another rule forbids it: nothing was charged.
        UnauthorizedError: A token is wrong or has no permission to charge: nothing was charged.
        PaymentOutcomeUnknownError: It may or may not have been charged; `.search` looks it up.
        StateUnreadError: It was charged as the payment `.id`, which could not be read.
        InvalidRequestError: It is refused here, and nothing was sent.
        MewsError: Whatever else goes wrong before the charge is carried out.
    """
    check_deadline(deadline)
    check_sendable(amount)
    search = ChargeSearch(credit_card_id, amount, clock.utc())
    try:
        charged = await mews.credit_cards.charge(
            credit_card_id=credit_card_id,
            amount=amount,
            bill_id=bill_id,
            accounting_category_id=accounting_category_id,
            reservation_id=reservation_id,
            receipt_identifier=receipt_identifier,
            notes=notes,
        )
    except errors.OutcomeUnknownError as error:
        raise PaymentOutcomeUnknownError(error, search) from error
    if charged.payment_id is None:
        nameless = errors.OutcomeUnknownError(
            "the answer names no payment", operation="creditCards/charge"
        )
        raise PaymentOutcomeUnknownError(nameless, search)
    _logger.info("creditCards/charge made payment %s", charged.payment_id)
    payment = await outcome_of(
        mews,
        "payment",
        charged.payment_id,
        operation="creditCards/charge",
        deadline=deadline,
        clock=clock,
    )
    return ChargedCard(payment, is_final(payment.state))
