"""What goes on in the hotels, and on the network, while somebody lists their payments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from msgspec import structs

from mews_toolkit.sandbox import CutBody, Delay, Fault, RateLimited, Reset, Sandbox, Status
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.faults import Faults
from mews_toolkit.sandbox.operations import OPERATIONS
from mews_toolkit.sandbox.operations.add_external import add_external
from mews_toolkit.sandbox.operations.refund import refund
from mews_toolkit.sandbox.refusals import Refusal
from mews_toolkit.sandbox.wire import JsonObject

__all__ = ["BusyHotels", "Clockwork"]

_FAULTS: tuple[Fault, ...] = (
    Status(408),
    RateLimited("0.001"),
    RateLimited(None),
    Status(500),
    Status(502, body="empty"),
    Status(503, body="html"),
    Reset(),
    Reset(after_commit=True),
    CutBody(),
    CutBody(after_commit=True),
    # Nothing but late, so that answers overtake each other.
    Delay(0.01),
    Delay(0.02, after_commit=True),
)
# Of the requests, so many fail or are late.
_SHARE = 0.2


class Clockwork:
    """A clock that goes on by a second when it is told to."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def tick(self) -> None:
        """One second later."""
        self.now += timedelta(seconds=1)


class BusyHotels(Faults):
    """With every request that comes in, rows change, there are new ones, and some requests fail.

    It takes the place of a sandbox's faults, since that is asked once for each request. The same
    seed and the same requests give the same changes and failures.

    Attributes:
        tired: So many requests are answered with 408 before anything else.
        is_busy: Whether rows change.
        changed: The payments that existed and were changed.
        added: The payments that are new.
        refunds: How many of those give back another one.
        failed: How many requests failed, by status or by the name of the fault.
    """

    def __init__(self, sandbox: Sandbox, clock: Clockwork, seed: object, *, tired: int = 0) -> None:
        super().__init__(OPERATIONS)
        self.tired = tired
        self.is_busy = True
        self.changed: set[UUID] = set()
        self.added: set[UUID] = set()
        self.refunds = 0
        self.failed: Counter[str] = Counter()
        self._to_come: list[Fault] = []
        self._interrupted: tuple[int, Callable[[], object]] | None = None
        self._sandbox = sandbox
        self._clock = clock
        self._dice = Random(str(seed))
        self._customer = sandbox.customer()
        [self._portfolio] = (it for it in sandbox.callers if it.is_portfolio)
        self._bill = next(
            it for it in sandbox.bills if it.account_id == self._customer.id and it.state == "Open"
        )

    def take(self, operation: str) -> Fault | None:
        """What becomes of the request that is being answered."""
        if self.is_busy:
            self._clock.tick()
            self._change()
            self._refund()
            self._receive()
        if self._interrupted is not None:
            requests, act = self._interrupted
            self._interrupted = None if requests == 1 else (requests - 1, act)
            if requests == 1:
                act()
        fault = super().take(operation)
        if fault is None and self.tired:
            self.tired -= 1
            fault = Status(408)
        if fault is None and self._dice.random() < _SHARE:
            fault = self._next_fault()
        if fault is not None:
            name = f"{fault.status}" if isinstance(fault, Status) else type(fault).__name__
            self.failed[name] += 1
        return fault

    def _next_fault(self) -> Fault:
        # Dealt like cards, so that each has its turn.
        if not self._to_come:
            self._to_come = self._dice.sample(_FAULTS, len(_FAULTS))
        return self._to_come.pop()

    def interrupt(self, requests: int, act: Callable[[], object]) -> None:
        """Does something while that request from now on is being answered."""
        self._interrupted = requests, act

    def _some(self, count: int) -> Iterable[Payment]:
        rows = self._sandbox.payments
        return [rows[self._dice.randrange(len(rows))] for _ in range(count)]

    def _change(self) -> None:
        for payment in self._some(3):
            state = self._dice.choice(["Charged", "Canceled", "Failed"])
            self._sandbox.payments.put(
                structs.replace(payment, state=state, updated_utc=self._clock.now)
            )
            self.changed.add(payment.id)

    def _refund(self) -> None:
        for payment in self._some(5):
            asked: JsonObject = {
                "EnterpriseId": str(payment.enterprise_id),
                "PaymentId": str(payment.id),
                "AccountId": str(payment.account_id),
                "Reason": "Left early",
            }
            try:
                refunded = refund(self._sandbox.store, self._portfolio, asked)
            except Refusal:
                # Most payments are of no kind that can be given back.
                continue
            self.added.add(refunded.refund_id)
            self.changed.add(payment.id)
            self.refunds += 1
            return

    def _receive(self) -> None:
        asked: JsonObject = {
            "EnterpriseId": str(self._customer.enterprise_id),
            "AccountId": str(self._customer.id),
            "BillId": str(self._bill.id),
            "Amount": {"Currency": "GBP", "GrossValue": Decimal("18.50")},
            "Type": "Cash",
        }
        added = add_external(self._sandbox.store, self._portfolio, asked)
        self.added.add(added.external_payment_id)
