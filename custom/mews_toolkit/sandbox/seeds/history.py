"""The payments of one enterprise over the past year."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from random import Random
from uuid import UUID

from mews_toolkit.sandbox.dice import new_id, price
from mews_toolkit.sandbox.entities.amount import Amount, untaxed
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.entities.vocabulary import (
    AccountingState,
    PaymentOrigin,
    PaymentState,
    PaymentType,
)
from mews_toolkit.sandbox.money import converted
from mews_toolkit.sandbox.seeds.details import Settlement, particulars
from mews_toolkit.sandbox.seeds.plan import Planned
from mews_toolkit.sandbox.seeds.shapes import Shape

_SETTLED_AFTER = timedelta(days=3)
_BY_HAND: tuple[PaymentOrigin, ...] = ("Operations", "PointOfSales")
_ONLINE: tuple[PaymentOrigin, ...] = ("BookingEngine", "OnlineCheckout", "OnlineCheckin")
_ORIGINS: Mapping[PaymentType, tuple[PaymentOrigin, ...]] = {
    "CreditCardPayment": ("Terminal", *_ONLINE, "AutomaticPayment", "ChannelManager", "Api"),
    "AlternativePayment": (*_ONLINE, "PaymentRequest"),
    "CashPayment": _BY_HAND,
    "InvoicePayment": ("BillBalancing", "PaymentToInvoiceLinking"),
    "ExternalPayment": (*_BY_HAND, "Api"),
    "GhostPayment": ("System", "Other"),
    "TaxDeductedPayment": ("System",),
}
_BOOKED: dict[PaymentState, AccountingState] = {
    "Canceled": "Canceled",
    "Failed": "Inactive",
    "Pending": "Inactive",
    "Verifying": "Inactive",
}


class History:
    """Writes the payments of one enterprise as planned, each onto its tab.

    `refunds` holds the ids of each payment's refunds; `cards` the card that each account pays by.
    """

    def __init__(
        self,
        now: datetime,
        currencies: Sequence[str],
        dice: Random,
        *,
        cards: Mapping[UUID, UUID],
    ) -> None:
        self.refunds: dict[UUID, list[UUID]] = {}
        self._now = now
        self._currencies = currencies
        self._dice = dice
        self._cards = cards

    def payments(self, plan: Sequence[Planned]) -> list[Payment]:
        """The payments, oldest first: one that gives back finds what it gives back."""
        written: list[Payment] = []
        for planned in plan:
            original = None if planned.original is None else written[planned.original]
            payment = self._written(planned, self._amount(planned.shape, original))
            written.append(payment)
            planned.tab.payments.append(payment)
            if original is not None and payment.kind == "Refund":
                self.refunds[original.id] = [payment.id]
        return written

    def _amount(self, shape: Shape, original: Payment | None) -> Amount:
        if original is None:
            currency = self._currencies[0 if self._dice.random() < 0.95 else -1]
            return untaxed(currency, -price(self._dice))
        value = -original.original_amount.gross_value
        if shape.kind == "Refund" and self._dice.random() < 0.5:
            value = (value / 2).quantize(Decimal("0.01"), ROUND_DOWN)
        return untaxed(original.original_amount.currency, value)

    def _written(self, planned: Planned, amount: Amount) -> Payment:
        dice = self._dice
        shape, created, tab = planned.shape, planned.created, planned.tab
        payment_id = new_id(dice)
        changed = self._not_in_future(created + timedelta(seconds=int(dice.random() * 600)))
        charged = closed = settlement = None
        if shape.state == "Charged":
            charged = self._not_in_future(created + timedelta(seconds=int(dice.random() * 90)))
            closed = tab.closed
            settled = self._unless_in_future(created + _SETTLED_AFTER) if shape.kind else None
            if settled is not None:
                settlement = Settlement(f"settlement-{settled:%Y%m%d}", settled)
        settled = None if settlement is None else settlement.settled_utc
        return Payment(
            id=payment_id,
            enterprise_id=tab.account.enterprise_id,
            account_id=tab.account.id,
            account_type=tab.account.type,
            bill_id=tab.id,
            reservation_id=tab.reservation_id if dice.random() < 0.6 else None,
            amount=converted(amount, self._currencies[0]),
            original_amount=amount,
            notes="Paid at the bar" if dice.random() < 0.02 else None,
            settlement_id=None if settlement is None else settlement.id,
            consumed_utc=created,
            closed_utc=closed,
            charged_utc=charged,
            created_utc=created,
            updated_utc=max(it for it in (changed, charged, closed, settled) if it is not None),
            settlement_utc=settled,
            accounting_state=_BOOKED.get(shape.state, "Closed" if closed else "Open"),
            state=shape.state,
            identifier=f"ch_{payment_id.hex[:16]}" if shape.kind else None,
            type=shape.type,
            kind=shape.kind,
            data=particulars(
                shape,
                payment_id,
                amount,
                settlement,
                dice,
                card_id=self._cards[tab.account.id],
                bill_id=tab.id,
            ),
            payment_origin=_origin(shape.type, dice),
        )

    def _not_in_future(self, instant: datetime) -> datetime:
        return min(instant, self._now - timedelta(seconds=1))

    def _unless_in_future(self, instant: datetime) -> datetime | None:
        return instant if instant < self._now else None


def _origin(payment_type: PaymentType, dice: Random) -> PaymentOrigin:
    origins = _ORIGINS[payment_type]
    return origins[int(dice.random() * len(origins))]
