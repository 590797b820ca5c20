from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from secrets import token_hex
from uuid import UUID

import attrs
from attrs import define, field, frozen

from mews_connector import Clock, MewsClient, errors, models
from mews_toolkit.workflows._asked_payment import AskedPayment
from mews_toolkit.workflows._claim_key import claim_key
from mews_toolkit.workflows._claims import Claims, Done, InProgress, TakenOver
from mews_toolkit.workflows._enterprise_of import enterprise_of
from mews_toolkit.workflows._errors import StateUnreadError
from mews_toolkit.workflows._memory_claims import claims_of_this_process
from mews_toolkit.workflows._payment_errors import (
    ConflictingPaymentError,
    DuplicatePaymentsError,
    PaymentNotVisibleError,
)
from mews_toolkit.workflows._payment_lookup import PaymentLookup
from mews_toolkit.workflows._polling import SYSTEM_CLOCK, pauses
from mews_toolkit.workflows._server_clock import ServerClock
from mews_toolkit.workflows._settle import Settle

__all__ = ["EnsuredPayment", "ensure_external_payment"]

_logger = logging.getLogger("mews_connector")
_SETTLE = Settle()
# With a day on either side that is a single request: no three months are shorter than 89 days.
_CREATED_WITHIN = timedelta(days=87)
# Seconds between looks at the API: rows are seconds late, and each look is a request.
_LOOKS = (1.0, 15.0)
# They say themselves what there is.
_TELLING = (
    ConflictingPaymentError,
    DuplicatePaymentsError,
    PaymentNotVisibleError,
    StateUnreadError,
)
# Seconds between looks at a claim of somebody else, which cost the API nothing.
_CLAIM_LOOKS = (0.02, 1.0)
_OPERATION = "payments/addExternal"


@frozen
class EnsuredPayment:
    """The payment that exists once.

    Attributes:
        payment: As the API lists it: its amounts are negative for money received. It may be
            canceled, when nothing else has the identifier: that is used up then.
        found: False when the API answered a request of this call with the payment's id. True when
            the payment was found by looking: it was added by an earlier call, by another process,
            or by a request of this call whose answer was lost.
    """

    payment: models.Payment
    found: bool


async def ensure_external_payment(
    mews: MewsClient,
    *,
    account_id: UUID,
    amount: models.AmountParameters,
    type_: models.ExternalPaymentType,
    external_identifier: str,
    bill_id: UUID | None = None,
    reservation_id: UUID | None = None,
    accounting_category_id: UUID | None = None,
    notes: str | None = None,
    enterprise_id: UUID | None = None,
    claims: Claims | None = None,
    created_within: timedelta = _CREATED_WITHIN,
    settle: Settle = _SETTLE,
    clock: Clock = SYSTEM_CLOCK,
) -> EnsuredPayment:
    """Sees to it that a payment taken elsewhere is recorded once, however often this is called.

    The API has no idempotency keys, so this looks for the payment, adds it where there is none,
    and after a request that nobody answered for waits until it must have shown, before it decides
    anew. The identifier is compared as it is, for one account of one enterprise; bill,
    reservation, category and notes are not compared. Each decision is logged on `mews_connector`.

    Without `claims` it holds for all tasks and threads of one process that use the same clock, and
    for several processes only as long as their calls are further apart than reads are late. Two
    that call at the same instant, or one that is started anew moments after it crashed, can still
    add the payment twice; the next call raises `DuplicatePaymentsError`. Claims that all of them
    share close that gap. Nothing can close these: a server that is at work on a request for longer
    than `settle` says, a process that stands still for longer than a lease at the very moment of
    sending, and somebody who adds the payment by other means.

    Args:
        mews: The client. For a portfolio, a view of one enterprise, or say `enterprise_id`.
        account_id: Customer or company that paid.
        amount: What was paid, positive for money received and negative for money given back; the
            payment that is returned counts the other way round. Never zero, and not more decimal
            places than the currency has.
        type_: How the money was taken.
        external_identifier: The payment's identifier in your own system, unique for the account:
            255 characters at most, blanks neither around it nor in it but for spaces.
        bill_id: Open bill of the account to put the payment on.
        reservation_id: Reservation that the payment belongs to.
        accounting_category_id: Accounting category to file the payment under.
        notes: Free text.
        enterprise_id: Enterprise to record it in.
        claims: What is claimed before anything is written: `SqliteClaims`, `RedisClaims`, or your
            own. By default the process has claims of its own, in memory.
        created_within: How far back to look for the payment, by the server's clock. One that is
            older, and that the claims know nothing of, is added again. Beyond 87 days it takes more
            requests.
        settle: How long to wait for what, and how often to try.
        clock: Where the time comes from.

    Raises:
        InvalidRequestError: It is refused here; nothing was written.
        ConflictingPaymentError: There is a payment of another amount, currency or type.
        DuplicatePaymentsError: There are several payments.
        IncomparablePaymentsError: There are payments that do not show their identifiers.
        PaymentNotVisibleError: It was added, and no read shows it yet.
        StateUnreadError: This call added it as `.id`, and could not read it back.
        ConfigurationError: The package `iso4217` is not installed; nothing was sent.
        ClaimsUnavailableError: The claims cannot be asked; nothing was written.
        OutcomeUnknownError: It may or may not have been added, even after all that. Call it again:
            that waits and looks before it writes.
        MewsError: Whatever else goes wrong; nothing was written.
    """
    asked = AskedPayment(
        account_id=account_id, amount=amount, type_=type_, external_identifier=external_identifier
    )
    request = models.PaymentsAddExternalRequest(
        account_id=account_id,
        amount=amount,
        type_=type_,
        external_identifier=external_identifier,
        enterprise_id=enterprise_id,
        bill_id=bill_id,
        reservation_id=reservation_id,
        accounting_category_id=accounting_category_id,
        notes=notes,
    )
    _check(asked, request, created_within)
    limited = mews.with_options(
        retry=attrs.evolve(
            mews.retry, deadline=min(mews.retry.deadline, settle.lease.total_seconds() / 2)
        )
    )
    # Asked by the caller's own client: what it finds is remembered for that one.
    enterprise = await enterprise_of(mews, enterprise_id, clock=clock)
    return await _Ensuring(
        asked=asked,
        addition=_Addition(limited, request),
        lookup=PaymentLookup(limited, enterprise.id, asked, created_within, enterprise.server),
        claims=claims_of_this_process(clock) if claims is None else claims,
        key=claim_key(mews.environment, enterprise.id, account_id, external_identifier),
        settle=settle,
        clock=clock,
        server=enterprise.server,
        since=enterprise.server.utc(),
    ).run()


def _check(
    asked: AskedPayment, request: models.PaymentsAddExternalRequest, created_within: object
) -> None:
    problems = asked.faults()
    told = {_argument(it) for it in problems}
    # The request would be refused after the lookup, whose errors show what was asked for.
    problems += [it for it in request.faults() if _argument(it) not in told]
    if not isinstance(created_within, timedelta) or created_within <= timedelta(0):
        problems.append("created_within: must be a timedelta above zero")
    if problems:
        raise errors.InvalidRequestError(*problems)


def _argument(problem: str) -> str:
    return re.split(r"\W", problem, maxsplit=1)[0]


@frozen
class _Addition:
    """The request to add the payment."""

    mews: MewsClient
    request: models.PaymentsAddExternalRequest

    async def post(self) -> UUID | None:
        asked = self.request
        added = await self.mews.payments.add_external(
            account_id=asked.account_id,
            amount=asked.amount,
            type_=asked.type_,
            external_identifier=asked.external_identifier,
            enterprise_id=asked.enterprise_id,
            bill_id=asked.bill_id,
            reservation_id=asked.reservation_id,
            accounting_category_id=asked.accounting_category_id,
            notes=asked.notes,
        )
        return added.external_payment_id


class _ClaimLostError(Exception):
    """Somebody else has the claim, as this process was not heard of for a whole lease."""


@define(kw_only=True)
class _Ensuring:
    """One call; it runs once.

    `_may_be_written` is whether something may have been written of which no lookup has told yet,
    by somebody else too, and `since` when the first of it may have been, by the server's clock.
    `_unknown` is the request of this call of which that is so, and `_last` the one after which no
    other is sent.
    """

    asked: AskedPayment
    addition: _Addition
    lookup: PaymentLookup
    claims: Claims
    key: str
    settle: Settle
    clock: Clock
    server: ServerClock
    since: datetime
    _owner: str = field(factory=lambda: token_hex(8), init=False)
    _may_be_written: bool = field(default=True, init=False)
    _unknown: errors.OutcomeUnknownError | None = field(default=None, init=False)
    _last: errors.OutcomeUnknownError | None = field(default=None, init=False)
    _posts: int = field(default=0, init=False)

    async def run(self) -> EnsuredPayment:
        try:
            return await self._run()
        except BaseException as error:
            await self._let_go()
            # Claims of the caller's own may raise anything.
            if self._unknown is None or not isinstance(error, Exception):
                raise
            if error is self._unknown or isinstance(error, _TELLING):
                raise
            # That something may have been written must not be hidden by what failed afterwards.
            self._unknown.add_note(f"looking it up failed: {_said(error)}")
            raise self._unknown  # noqa: B904 - it keeps the cause that it has

    async def _run(self) -> EnsuredPayment:
        waits = pauses(*_CLAIM_LOOKS)
        told = False
        while True:
            self._may_be_written = True
            claim = await self.claims.claim(self.key, self._owner, self.settle.lease)
            if isinstance(claim, Done):
                return EnsuredPayment(await self._shown(claim.payment_id), found=True)
            if isinstance(claim, InProgress):
                if not told:
                    self._log(logging.INFO, "waiting for whoever claimed it at %s", claim.since)
                    told = True
                await asyncio.sleep(next(waits))
                continue
            try:
                return await self._as_holder(before=claim)
            except _ClaimLostError:
                self._log(logging.WARNING, "the claim was lost; it is claimed anew")

    async def _as_holder(self, *, before: object) -> EnsuredPayment:
        if isinstance(before, TakenOver):
            self._log(
                logging.WARNING,
                "claimed before at %s, by somebody who is heard of no more:"
                " waiting until whatever was sent must have shown",
                before.since,
            )
            # It may be told by our wall clock or by one that is right.
            told = min(before.since, before.since + self.server.ahead())
            self.since = min(self.since, told)
            found = await self._settled()
        else:
            self._may_be_written = False
            found = await self.lookup.find(self.since)
        while found is None:
            if self._last is not None:
                self._may_be_written = True
                self._last.add_note(
                    f"it was not found after {self._posts} of {self.settle.posts} requests either"
                )
                raise self._last
            await self._renew()
            added = await self._post()
            if added is not None:
                self._log(logging.INFO, "added as %s", added)
                await self._note(added)
                shown = await self._read_back(added)
                return EnsuredPayment(shown, found=shown.id != added)
            found = await self._settled()
        self._log(logging.INFO, "found as %s", found.id)
        await self._note(found.id)
        return EnsuredPayment(found, found=True)

    async def _post(self) -> UUID | None:
        """The id of what was added, or None when nobody knows whether anything was."""
        self._posts += 1
        self._log(logging.INFO, "not found; adding it (%d of %d)", self._posts, self.settle.posts)
        self._may_be_written = True
        try:
            added = await self.addition.post()
        except errors.OutcomeUnknownError as error:
            self._unknown = error
            if self._posts == self.settle.posts:
                self._last = error
        except errors.MewsError as error:
            # Every other error of a write says that it was not carried out.
            self._may_be_written = False
            self._log(logging.INFO, "not added: %s", type(error).__name__)
            raise
        else:
            if added is not None:
                return added
            # It is probably there, so whatever reads show, this call sends no other one.
            self._unknown = self._last = errors.OutcomeUnknownError(
                "the answer names no payment", operation=_OPERATION
            )
        self._log(logging.WARNING, "nobody knows whether it was added (%s)", self._unknown)
        return None

    async def _settled(self) -> models.Payment | None:
        """The payment, or None when it would have to be there if anybody had written it."""
        wait = self.settle.server_limit + self.settle.read_lag
        found = await self._seen(wait, self._look_as_holder)
        if found is None:
            self._may_be_written = False
            self._unknown = None
        return found

    async def _read_back(self, added: UUID) -> models.Payment:
        """What this call has added: whatever fails now, that is known."""
        try:
            return await self._shown(added)
        except _TELLING:
            raise
        except errors.MewsError as error:
            raise StateUnreadError("payment", added, operation=_OPERATION) from error

    async def _shown(self, payment_id: UUID) -> models.Payment:
        """The payment with this id, which has been added, as soon as reads show it."""
        found = await self._seen(
            self.settle.read_lag, lambda: self.lookup.find(self.since, payment_id)
        )
        if found is None:
            raise PaymentNotVisibleError(self.asked, payment_id)
        return found

    async def _seen(
        self, wait: timedelta, look: Callable[[], Awaitable[models.Payment | None]]
    ) -> models.Payment | None:
        """What a look comes upon, the last of them being after that time."""
        ends = self.clock.monotonic() + wait.total_seconds()
        # Each look of a holder renews the lease, and is well within it.
        longest = min(_LOOKS[1], self.settle.lease.total_seconds() / 4)
        waits = pauses(_LOOKS[0], longest)
        while True:
            left = ends - self.clock.monotonic()
            found = await look()
            if found is not None or left <= 0:
                return found
            await asyncio.sleep(min(next(waits), left))

    async def _look_as_holder(self) -> models.Payment | None:
        await self._renew()
        return await self.lookup.find(self.since)

    async def _renew(self) -> None:
        if not await self.claims.renew(self.key, self._owner, self.settle.lease):
            raise _ClaimLostError

    async def _note(self, payment_id: UUID) -> None:
        try:
            await self.claims.done(self.key, payment_id)
        except Exception as error:  # noqa: BLE001 - claims of the caller's own raise anything
            # The payment is there, and whoever takes the claim over will find it.
            self._log(logging.ERROR, "%s could not be noted: %s", payment_id, _said(error))

    async def _let_go(self) -> None:
        try:
            await self.claims.release(self.key, self._owner, written=self._may_be_written)
        except Exception as error:  # noqa: BLE001 - claims of the caller's own raise anything
            # Its lease will end; what is being raised says more.
            self._log(logging.WARNING, "the claim could not be given up: %s", _said(error))

    def _log(self, level: int, words: str, *values: object) -> None:
        _logger.log(
            level,
            "external payment %s of account %s: %s",
            self.key[:12],
            self.asked.account_id,
            words % values,
        )


def _said(error: Exception) -> str:
    # What others raise may quote what is secret, such as the address of a database.
    return str(error) if isinstance(error, errors.MewsError) else type(error).__name__
