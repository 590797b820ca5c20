"""Which payment comes when, onto which bill, and which earlier one it gives back."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from attrs import define, evolve, field, frozen

from mews_toolkit.sandbox.dice import new_id
from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.vocabulary import PaymentType
from mews_toolkit.sandbox.seeds.shapes import Shape, shapes
from mews_toolkit.sandbox.seeds.tabs import Tab

SPAN = timedelta(days=365)
"""How far back the payments go."""

_CLOSED_AFTER = timedelta(days=2)
_GUESTS_AT_A_TIME = 8
_PAYMENTS_OF_A_STAY = (1, 1, 2, 2, 3, 4)


@frozen
class Planned:
    """A payment before it is written; `original` is the place of the one that it gives back."""

    shape: Shape
    created: datetime
    tab: Tab
    original: int | None = None


@define
class _Stay:
    """Guests in the house: how many payments are still to come, and the places of past ones."""

    tab: Tab
    to_come: int
    paid: list[tuple[int, PaymentType]] = field(factory=list[tuple[int, PaymentType]])


class Plan:
    """The plan of one enterprise.

    A few guests stay at a time, and each settles a tab; what goes back later, by refund, does so on
    a tab that corrects theirs.

    Attributes:
        standing: One tab of each account, which stays open.
        tabs: All tabs; one that corrects another comes after it.
    """

    def __init__(self, now: datetime, accounts: Sequence[Account], dice: Random) -> None:
        self._now = now
        self._dice = dice
        self._accounts = accounts
        self._expected: list[Account] = []
        self._stays: list[_Stay] = []
        self._refundable: dict[str, deque[tuple[int, Tab]]] = {}
        self._charged_back: deque[tuple[int, Tab]] = deque()
        self.standing: list[Tab] = [
            self._tab(it, now - SPAN - timedelta(minutes=1 + place))
            for place, it in enumerate(accounts)
        ]
        self.tabs: list[Tab] = list(self.standing)

    def payments(self, count: int) -> Iterator[Planned]:
        """That many payments, evenly spread over the span; a few share their instant."""
        step = SPAN / max(count, 1)
        # A refund comes within weeks; where payments are rare, within a few of them.
        within = max(20, count // 50)
        self._refundable = defaultdict(lambda: deque(maxlen=within))
        created = self._now - SPAN
        for place, shape in enumerate(shapes(count, self._dice)):
            if place % 50 != 1:
                created = (self._now - SPAN + place * step).replace(microsecond=0)
            yield self._given_back(place, shape, created) or self._made(place, shape, created)

    def _made(self, place: int, shape: Shape, created: datetime) -> Planned:
        if shape.state != "Charged" and shape.kind != "Refund":
            return Planned(shape, created, self.standing[self._below(len(self.standing))])
        if shape.kind is not None:
            # Whatever is left of the other kinds has nothing to give back.
            shape = evolve(shape, kind="Payment", state="Charged")
        stay = self._stay(created)
        if shape.kind is not None:
            stay.paid.append((place, shape.type))
        stay.to_come -= 1
        if stay.to_come == 0 or shape.type == "InvoicePayment":
            stay.tab.is_invoice = shape.type == "InvoicePayment"
            self._leave(stay, created)
        return Planned(shape, created, stay.tab)

    def _given_back(self, place: int, shape: Shape, created: datetime) -> Planned | None:
        if shape.kind == "ChargebackReversal":
            if not self._charged_back:
                return None
            original, tab = self._charged_back.popleft()
            return Planned(shape, created, tab, original)
        refundable = self._refundable[shape.type]
        if shape.kind not in ("Refund", "Chargeback") or not refundable:
            return None
        if not _is_closed(refundable[0][1], created):
            return None
        original, paid = refundable.popleft()
        standing = self._standing(paid.account)
        if shape.kind == "Chargeback":
            self._charged_back.append((place, standing))
        elif shape.state == "Charged":
            return Planned(shape, created, self._correction(paid, created), original)
        return Planned(shape, created, standing, original)

    def _stay(self, created: datetime) -> _Stay:
        """The guest who pays next, maybe a new one."""
        seat = self._below(_GUESTS_AT_A_TIME)
        if seat < len(self._stays):
            return self._stays[seat]
        if not self._expected:
            self._expected = list(self._accounts)
            self._dice.shuffle(self._expected)
        opened = created - timedelta(hours=6 + self._below(54))
        tab = self._tab(self._expected.pop(), opened)
        self.tabs.append(tab)
        stay = _Stay(tab, _PAYMENTS_OF_A_STAY[self._below(len(_PAYMENTS_OF_A_STAY))])
        self._stays.append(stay)
        return stay

    def _leave(self, stay: _Stay, paid: datetime) -> None:
        self._stays.remove(stay)
        stay.tab.closed = self._closing(paid)
        if stay.tab.closed is not None:
            for place, payment_type in stay.paid:
                self._refundable[payment_type].append((place, stay.tab))

    def _correction(self, corrected: Tab, created: datetime) -> Tab:
        tab = self._tab(corrected.account, created)
        tab.corrects = corrected
        tab.closed = self._closing(created)
        self.tabs.append(tab)
        return tab

    def _standing(self, account: Account) -> Tab:
        return next(it for it in self.standing if it.account is account)

    def _tab(self, account: Account, opened: datetime) -> Tab:
        return Tab(
            id=new_id(self._dice),
            account=account,
            reservation_id=new_id(self._dice),
            opened=opened,
        )

    def _closing(self, paid: datetime) -> datetime | None:
        closing = paid + _CLOSED_AFTER
        return closing if closing < self._now else None

    def _below(self, limit: int) -> int:
        return int(self._dice.random() * limit)


def _is_closed(tab: Tab, at: datetime) -> bool:
    return tab.closed is not None and tab.closed <= at
