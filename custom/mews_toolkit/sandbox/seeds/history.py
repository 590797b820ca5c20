"""The payments of one enterprise over the past quarter."""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from random import Random
from uuid import UUID

from attrs import evolve, frozen

from mews_toolkit.sandbox.dice import new_id, price
from mews_toolkit.sandbox.entities.account import Account, Bill
from mews_toolkit.sandbox.entities.amount import Amount, untaxed
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.entities.vocabulary import AccountingState, PaymentOrigin, PaymentState
from mews_toolkit.sandbox.money import converted
from mews_toolkit.sandbox.seeds.details import Settlement, particulars
from mews_toolkit.sandbox.seeds.shapes import Shape, shapes

SPAN = timedelta(days=88)
"""How far back the payments go: a little less than the shortest three calendar months."""

_CLOSED_AFTER = timedelta(days=2)
_SETTLED_AFTER = timedelta(days=3)
_ORIGINS: tuple[PaymentOrigin, ...] = (
    "Terminal",
    "BookingEngine",
    "OnlineCheckout",
    "Operations",
    "PointOfSales",
    "System",
    "Api",
)
_BOOKED: dict[PaymentState, AccountingState] = {
    "Canceled": "Canceled",
    "Failed": "Inactive",
    "Pending": "Inactive",
    "Verifying": "Inactive",
}


@frozen
class Party:
    """An account with its bills, the last of which is open."""

    account: Account
    bills: Sequence[Bill]


class History:
    """Writes the payments of one enterprise, oldest first: a refund finds what it refunds.

    `refunds` holds the ids of each payment's refunds; `cards` the card that each account pays by.
    """

    def __init__(
        self,
        now: datetime,
        currencies: Sequence[str],
        parties: Sequence[Party],
        dice: Random,
        *,
        cards: Mapping[UUID, UUID],
    ) -> None:
        self.refunds: dict[UUID, list[UUID]] = {}
        self._now = now
        self._currencies = currencies
        self._parties = parties
        self._dice = dice
        self._cards = cards
        self._refundable: defaultdict[str, deque[tuple[Payment, Party]]] = defaultdict(deque)

    def payments(self, count: int) -> list[Payment]:
        """That many payments, evenly spread over the span; a few share their instant."""
        step = SPAN / max(count, 1)
        written: list[Payment] = []
        for place, shape in enumerate(shapes(count, self._dice)):
            created = (self._now - SPAN + place * step).replace(microsecond=0)
            if place % 50 == 1:
                created = written[-1].created_utc
            written.append(self._payment(shape, created))
        return written

    def _payment(self, shape: Shape, created: datetime) -> Payment:
        if shape.kind in ("Refund", "Chargeback"):
            if self._refundable[shape.type]:
                return self._given_back(shape, created)
            shape = evolve(shape, kind="Payment", state="Charged")
        party = self._parties[int(self._dice.random() * len(self._parties))]
        currency = self._currencies[0 if self._dice.random() < 0.95 else -1]
        payment = self._written(shape, created, party, untaxed(currency, -price(self._dice)))
        if (shape.kind, shape.state) == ("Payment", "Charged"):
            self._refundable[shape.type].append((payment, party))
        return payment

    def _given_back(self, shape: Shape, created: datetime) -> Payment:
        original, party = self._refundable[shape.type].popleft()
        value = -original.original_amount.gross_value
        if shape.kind == "Refund" and self._dice.random() < 0.5:
            value = (value / 2).quantize(Decimal("0.01"), ROUND_DOWN)
        amount = untaxed(original.original_amount.currency, value)
        payment = self._written(shape, created, party, amount)
        if shape.kind == "Refund":
            self.refunds[original.id] = [payment.id]
        return payment

    def _written(self, shape: Shape, created: datetime, party: Party, amount: Amount) -> Payment:
        dice = self._dice
        payment_id = new_id(dice)
        changed = self._not_in_future(created + timedelta(seconds=int(dice.random() * 600)))
        charged = closed = settlement = None
        if shape.state == "Charged":
            charged = self._not_in_future(created + timedelta(seconds=int(dice.random() * 90)))
            closed = (
                self._unless_in_future(created + _CLOSED_AFTER) if dice.random() < 0.8 else None
            )
            settled = self._unless_in_future(created + _SETTLED_AFTER) if shape.kind else None
            if settled is not None:
                settlement = Settlement(f"settlement-{settled:%Y%m%d}", settled)
        settled = None if settlement is None else settlement.settled_utc
        return Payment(
            id=payment_id,
            enterprise_id=party.account.enterprise_id,
            account_id=party.account.id,
            account_type=party.account.type,
            bill_id=party.bills[0 if closed else -1].id,
            reservation_id=new_id(dice) if dice.random() < 0.6 else None,
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
                card_id=self._cards[party.account.id],
            ),
            payment_origin=_ORIGINS[int(dice.random() * len(_ORIGINS))],
        )

    def _not_in_future(self, instant: datetime) -> datetime:
        return min(instant, self._now - timedelta(seconds=1))

    def _unless_in_future(self, instant: datetime) -> datetime | None:
        return instant if instant < self._now else None
