from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from attrs import frozen

from mews_connector import Clock, MewsClient, models
from mews_toolkit.workflows._asked_payment import AskedPayment
from mews_toolkit.workflows._payment_errors import (
    ConflictingPaymentError,
    DuplicatePaymentsError,
    IncomparablePaymentsError,
)

__all__ = ["PaymentLookup"]

# The server's clock may be ahead of ours.
_AHEAD = timedelta(days=1)


@frozen
class PaymentLookup:
    """Looks for the payment that was asked for among those that reads show at present."""

    mews: MewsClient
    enterprise_id: UUID
    asked: AskedPayment
    created_within: timedelta
    clock: Clock

    async def find(self, known_id: UUID | None = None) -> models.Payment | None:
        """The payment with the identifier, and the one with the id that is known to be it.

        Raises:
            ConflictingPaymentError: It is not what was asked for.
            DuplicatePaymentsError: There are several.
            IncomparablePaymentsError: None has the identifier, and some do not show theirs.
            MewsError: The payments could not be read.
        """
        now = self.clock.utc()
        listed = await self.mews.payments.get_all(
            enterprise_ids=[self.enterprise_id],
            account_ids=[self.asked.account_id],
            created_utc=models.TimeInterval(
                start_utc=now - self.created_within, end_utc=now + _AHEAD
            ),
        ).collect()
        if known_id is not None and all(it.id != known_id for it in listed):
            # It may be older than that, or have moved to another account.
            listed += await self.mews.payments.get_all(
                enterprise_ids=[self.enterprise_id], payment_ids=[known_id]
            ).collect()
        ours = [it for it in listed if it.id == known_id or self.asked.is_shown_by(it)]
        if not ours:
            self._check_comparable(listed)
            return None
        return self._the_one(ours)

    def _the_one(self, ours: list[models.Payment]) -> models.Payment:
        # A canceled one is no money, unless there is nothing else to go by.
        counting = [it for it in ours if it.state != models.PaymentState.CANCELED] or ours
        if len(counting) > 1:
            raise DuplicatePaymentsError(self.asked, counting)
        if not self.asked.agrees_with(counting[0]):
            raise ConflictingPaymentError(self.asked, counting[0])
        return counting[0]

    def _check_comparable(self, listed: list[models.Payment]) -> None:
        unclear = [it for it in listed if _hides_its_identifier(it)]
        if unclear:
            raise IncomparablePaymentsError(self.asked, unclear)


def _hides_its_identifier(payment: models.Payment) -> bool:
    may_be_external = payment.type_ in (None, models.PaymentType.EXTERNAL_PAYMENT)
    return may_be_external and (payment.data is None or payment.data.variant is None)
