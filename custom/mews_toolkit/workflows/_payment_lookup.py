from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from attrs import frozen

from mews_connector import MewsClient, models
from mews_toolkit.workflows._asked_payment import AskedPayment
from mews_toolkit.workflows._payment_errors import (
    ConflictingPaymentError,
    DuplicatePaymentsError,
    IncomparablePaymentsError,
)
from mews_toolkit.workflows._server_clock import ServerClock

__all__ = ["PaymentLookup"]

# What dates the payments may differ from what told the time, and from what dates a claim.
_MARGIN = timedelta(days=1)


@frozen
class PaymentLookup:
    """Looks for the payment that was asked for among those that reads show at present."""

    mews: MewsClient
    enterprise_id: UUID
    asked: AskedPayment
    created_within: timedelta
    server: ServerClock

    async def find(self, since: datetime, known_id: UUID | None = None) -> models.Payment | None:
        """The payment with the identifier; None where there is none, or none with the known id.

        Args:
            since: When something may have been written first of which nobody has told, by the
                server's clock. That far it looks back, whatever the window is.
            known_id: The payment that is known to have been added. Until it shows, another one
                with the identifier counts for nothing.

        Raises:
            ConflictingPaymentError: It is not what was asked for.
            DuplicatePaymentsError: There are several.
            IncomparablePaymentsError: None has the identifier, and some do not show theirs.
            MewsError: The payments could not be read.
        """
        now = self.server.utc()
        listed = await self.mews.payments.get_all(
            enterprise_ids=[self.enterprise_id],
            account_ids=[self.asked.account_id],
            created_utc=models.TimeInterval(
                start_utc=min(now - self.created_within, since) - _MARGIN, end_utc=now + _MARGIN
            ),
        ).collect()
        if known_id is not None and all(it.id != known_id for it in listed):
            # It may be older than that, or have moved to another account.
            listed += await self.mews.payments.get_all(
                enterprise_ids=[self.enterprise_id], payment_ids=[known_id]
            ).collect()
            if all(it.id != known_id for it in listed):
                return None
        ours = [it for it in listed if it.id == known_id or self.asked.is_shown_by(it)]
        if not ours:
            self._check_comparable(listed)
            return None
        return self._the_one(ours, known_id)

    def _the_one(self, ours: list[models.Payment], known_id: UUID | None) -> models.Payment:
        # A canceled one is no money, unless there is nothing else to go by.
        counting = [it for it in ours if it.state != models.PaymentState.CANCELED]
        if not counting:
            counting = [max(ours, key=lambda it: (it.id == known_id, it.created_utc))]
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
