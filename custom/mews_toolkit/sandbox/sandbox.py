"""The sandbox itself: a local Mews that remembers."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import localcontext
from math import inf
from time import monotonic
from uuid import UUID

from attrs import evolve

from mews_toolkit.sandbox.calls import Calls
from mews_toolkit.sandbox.card_outcomes import Outcome, outcome
from mews_toolkit.sandbox.document import operations
from mews_toolkit.sandbox.entities.account import Account
from mews_toolkit.sandbox.entities.accounting_category import AccountingCategory
from mews_toolkit.sandbox.entities.bill import Bill
from mews_toolkit.sandbox.entities.billing_automation import BillingAutomation
from mews_toolkit.sandbox.entities.credit_card import CreditCard
from mews_toolkit.sandbox.entities.enterprise import Enterprise
from mews_toolkit.sandbox.entities.order_item import OrderItem
from mews_toolkit.sandbox.entities.outlet import Outlet, OutletBill, OutletItem
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.entities.payment_request import PaymentRequest
from mews_toolkit.sandbox.entities.preauthorization import Preauthorization
from mews_toolkit.sandbox.faults import EVERY_OPERATION, Fault, Faults, Status
from mews_toolkit.sandbox.given import Given
from mews_toolkit.sandbox.latency import Latency
from mews_toolkit.sandbox.money import EXACT
from mews_toolkit.sandbox.rate_window import RateWindow
from mews_toolkit.sandbox.refusals import RateLimitReached
from mews_toolkit.sandbox.retry_after import FORMS, RetryAfterForm
from mews_toolkit.sandbox.rows import Rows
from mews_toolkit.sandbox.seeds.enterprises import LONDON, PARIS, WASHINGTON
from mews_toolkit.sandbox.seeds.world import world
from mews_toolkit.sandbox.store import Store
from mews_toolkit.sandbox.tokens import (
    ACCESS_TOKEN,
    PARIS_ACCESS_TOKEN,
    PORTFOLIO_ACCESS_TOKEN,
    WASHINGTON_ACCESS_TOKEN,
    Caller,
)


def utc_now() -> datetime:
    """The present instant, in whole seconds as the API reports it."""
    return datetime.now(UTC).replace(microsecond=0)


class Sandbox:
    """The state of a local Mews.

    Start it with `serve` or `serve_in_thread`; look at it at any time.

    Args:
        seed: The same seed and clock give the same data.
        enterprises: How many there are, from 3 to 5. Only `PORTFOLIO_ACCESS_TOKEN` opens the
            fourth and the fifth.
        payments: Payments of the first enterprise, which `ACCESS_TOKEN` opens, over the past
            year. The others have a tenth of that each.
        limit: Requests that one access token may make within `window` seconds; None for no limit.
        window: Length of the sliding window, in seconds.
        latency: Least and most seconds that a request and its answer are on their way together.
        retry_after: The form of the header on a 429.
        now: The clock that stamps rows.
        monotonic: The seconds that the rate limit goes by.

    Attributes:
        given: Makes what there was before a test began.
        faults: What shall go wrong next.
        calls: Every request to an operation so far, oldest first, without tokens.
        requests: How many requests came in, those to wrong paths included.
        rejected: How many of them were over the rate limit.
    """

    def __init__(
        self,
        *,
        seed: int = 1,
        enterprises: int = 3,
        payments: int = 2500,
        limit: int | None = 200,
        window: float = 30.0,
        latency: tuple[float, float] | None = None,
        retry_after: RetryAfterForm = "seconds",
        now: Callable[[], datetime] = utc_now,
        monotonic: Callable[[], float] = monotonic,
    ) -> None:
        if retry_after not in FORMS:
            raise ValueError(f"retry_after is one of {', '.join(FORMS)}.")
        if not 3 <= enterprises <= 5:
            raise ValueError("enterprises is from 3 to 5.")
        if payments < 0:
            raise ValueError("payments cannot be negative.")
        if limit is not None and limit < 1:
            raise ValueError("limit must be positive, or None.")
        if not 0 < window < inf:
            raise ValueError("window must be a positive and finite number of seconds.")
        self.retry_after: RetryAfterForm = retry_after
        self.faults: Faults = Faults(operations().keys())
        self.calls: Calls = Calls(operations().keys())
        self.given: Given = Given(self)
        self.requests: int = 0
        self.rejected: int = 0
        self._seed = seed
        self._enterprises = enterprises
        self._payments = payments
        self._limit = limit
        self._window = window
        self._span = latency
        self._now = now
        self._monotonic = monotonic
        self.reset()

    def reset(self) -> None:
        """Starts anew with the same seed: data, faults, calls, counters and rate windows."""
        with localcontext(EXACT):
            self.store: Store = world(
                seed=self._seed,
                enterprises=self._enterprises,
                payments=self._payments,
                now=self._now,
            )
        self.latency: Latency = Latency(self._span, self._seed)
        tokens = (
            (ACCESS_TOKEN, LONDON),
            (PARIS_ACCESS_TOKEN, PARIS),
            (WASHINGTON_ACCESS_TOKEN, WASHINGTON),
        )
        self.callers: tuple[Caller, ...] = (
            *(
                Caller(token=token, is_portfolio=False, enterprise_ids=frozenset({enterprise_id}))
                for token, enterprise_id in tokens
            ),
            Caller(
                token=PORTFOLIO_ACCESS_TOKEN,
                is_portfolio=True,
                enterprise_ids=frozenset(it.id for it in self.store.enterprises),
            ),
        )
        self._windows: dict[str, RateWindow] = {}
        self.faults.clear()
        self.calls.clear()
        self.requests = 0
        self.rejected = 0

    def admit(self, caller: Caller, arrived: float) -> None:
        """Counts a request that arrived at this instant, or raises `RateLimitReached`."""
        if self._limit is None:
            return
        window = self._windows.setdefault(caller.token, RateWindow(self._limit, self._window))
        wait = window.wait(arrived)
        if wait is not None:
            self.rejected += 1
            raise RateLimitReached(wait)

    def now(self) -> datetime:
        """The present instant on the sandbox's clock."""
        return self._now()

    def monotonic(self) -> float:
        """The seconds that the rate limit goes by."""
        return self._monotonic()

    def fail_next(
        self,
        operation: str = EVERY_OPERATION,
        fault: Fault | int = 500,
        *,
        after_commit: bool | None = None,
        times: int | None = 1,
    ) -> None:
        """Plans a fault for the next call of an operation such as `payments/addExternal`.

        Args:
            operation: Its name, or `*` for any.
            fault: What goes wrong, or the HTTP status to answer with.
            after_commit: Whether the operation is carried out all the same, so that the caller
                cannot know. None leaves that to the fault.
            times: How many calls shall fail; None for all.

        Raises:
            ValueError: There is no such operation, fault or number of calls.
        """
        planned: Fault = Status(fault) if isinstance(fault, int) else fault
        if after_commit is not None:
            planned = evolve(planned, after_commit=after_commit)
        self.faults.add(planned, operation=operation, times=times)

    @property
    def enterprises(self) -> Rows[Enterprise]:
        """All enterprises, London first."""
        return self.store.enterprises

    @property
    def accounts(self) -> Rows[Account]:
        """The customers and companies of all enterprises."""
        return self.store.accounts

    @property
    def accounting_categories(self) -> Rows[AccountingCategory]:
        """The accounting categories of all enterprises, deleted ones included."""
        return self.store.accounting_categories

    @property
    def billing_automations(self) -> Rows[BillingAutomation]:
        """The billing automations of all enterprises."""
        return self.store.billing_automations

    @property
    def bills(self) -> Rows[Bill]:
        """The bills of all accounts."""
        return self.store.bills

    @property
    def order_items(self) -> Rows[OrderItem]:
        """What all accounts consumed, newest first."""
        return self.store.order_items

    @property
    def payments(self) -> Rows[Payment]:
        """The payments of all enterprises, newest first."""
        return self.store.payments

    @property
    def payment_requests(self) -> Rows[PaymentRequest]:
        """The payment requests of all enterprises, newest first."""
        return self.store.payment_requests

    @property
    def outlets(self) -> Rows[Outlet]:
        """The outlets of all enterprises."""
        return self.store.outlets

    @property
    def outlet_bills(self) -> Rows[OutletBill]:
        """What outlets reported, newest first."""
        return self.store.outlet_bills

    @property
    def outlet_items(self) -> Rows[OutletItem]:
        """The lines of those bills, newest first."""
        return self.store.outlet_items

    @property
    def credit_cards(self) -> Rows[CreditCard]:
        """The payment cards of all customers, newest first."""
        return self.store.credit_cards

    @property
    def preauthorizations(self) -> Rows[Preauthorization]:
        """The preauthorizations of all enterprises, newest first."""
        return self.store.preauthorizations

    def customer(self, enterprise_id: UUID = LONDON) -> Account:
        """A customer of the enterprise, to record payments for."""
        return next(
            it
            for it in self.accounts
            if it.enterprise_id == enterprise_id and it.type == "Customer"
        )

    def credit_card(
        self, enterprise_id: UUID = LONDON, *, charge: Outcome = "Charged"
    ) -> CreditCard:
        """A card of the enterprise that can be charged, and whose charges end like this.

        The last four digits of the number decide on that: `0002` is always declined, `0003` stays
        pending, `0004` stays verifying.
        """
        return next(
            it
            for it in self.credit_cards
            if it.enterprise_id == enterprise_id
            and it.is_chargeable
            and outcome(it, self.now()) == charge
        )
