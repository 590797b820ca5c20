"""Claims that fail, are lost or run out, at the moments when that could cost a second payment."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import attrs
import httpx
import pytest

from mews_connector import errors
from mews_toolkit.sandbox import RateLimited, Status
from mews_toolkit.workflows import (
    Claim,
    Claims,
    ClaimsUnavailableError,
    Done,
    MemoryClaims,
    Settle,
    TakenOver,
)
from support.ensuring import World, world
from support.handed_on import HandedOn, Killed
from support.lossy_sandbox import Carried, Lost, ids_under, in_process

pytestmark = pytest.mark.virtual_time

ADD = "payments/addExternal"
LEASE = timedelta(seconds=30)


class TestClaimsThatRaiseAnything:
    @pytest.mark.parametrize("method", ["release", "renew"])
    async def test_none_takes_the_place_of_an_unknown_outcome(self, method: str) -> None:
        given = world()
        given.transport.fates.append(Carried(after=1000))
        # the first renewal is the one before the request
        claims = _Broken(MemoryClaims(clock=given.clock), method, well=int(method == "renew"))

        with pytest.raises(errors.OutcomeUnknownError):
            await given.ensure(claims=claims, settle=Settle(posts=1))

    async def test_nor_of_a_payment_that_was_added(self, caplog: pytest.LogCaptureFixture) -> None:
        given = world()

        ensured = await given.ensure(claims=_Broken(MemoryClaims(clock=given.clock), "done"))

        assert not ensured.found
        assert "could not be noted: OSError" in caplog.text
        assert "secret" not in caplog.text

    @pytest.mark.parametrize("method", ["claim", "renew"])
    async def test_before_anything_was_sent_it_comes_through(self, method: str) -> None:
        given = world()

        with pytest.raises(OSError, match="the disk"):
            await given.ensure(claims=_Broken(MemoryClaims(clock=given.clock), method))

        assert given.calls(ADD) == 0


class TestLeases:
    async def test_a_request_that_has_to_wait_longer_than_its_lease_is_given_up(self) -> None:
        # given a server that wants to be left alone for longer than the lease
        given = world()
        claims = MemoryClaims(clock=given.clock)
        settle = Settle(
            lease=timedelta(seconds=50),
            server_limit=timedelta(seconds=20),
            read_lag=timedelta(seconds=5),
        )
        given.sandbox.faults.add(RateLimited(retry_after=200), operation=ADD)

        first = asyncio.create_task(given.ensure(claims=claims, settle=settle))
        await asyncio.sleep(1)
        second = await given.ensure(claims=claims, settle=settle, **_another_process(given))

        with pytest.raises(errors.RateLimitedError):
            await first
        assert ids_under(given.sandbox, "till-7/1") == [second.payment.id]

    async def test_one_that_is_cut_off_as_it_claims_anew_leaves_the_claim_as_uncertain_as_it_was(
        self,
    ) -> None:
        # given one that has looked, and whose claim goes to another that is killed as it sends
        given = world(lag=10)
        claims = MemoryClaims(clock=given.clock)
        robbed = _Robbed(claims, given)
        asking = asyncio.create_task(given.ensure(claims=robbed))
        await robbed.claims_anew.wait()

        # when it is cut off before it is told that it has taken over
        asking.cancel()
        await asyncio.wait([asking])

        assert (await given.ensure(claims=claims, **_another_process(given))).found
        assert given.calls(ADD) == 1


class TestWhatIsKnownAgain:
    async def test_one_that_was_found_is_noted(self) -> None:
        given = world()
        await given.add()
        claims = _Keyed(MemoryClaims(clock=given.clock))

        ensured = await given.ensure(claims=claims)

        told = await claims.claim(claims.key, "somebody", timedelta(1))
        assert told == Done(ensured.payment.id)

    async def test_a_request_that_was_certainly_lost_makes_no_refusal_unknown(self) -> None:
        given = world()
        given.transport.fates.append(Lost())
        given.sandbox.faults.add(Status(400), operation=ADD)

        with pytest.raises(errors.BadRequestError):
            await given.ensure()

    async def test_nor_does_it_hold_the_next_call_up(self) -> None:
        # given claims that fail right after it was certain
        given = world()
        given.transport.fates.append(Lost())
        claims = MemoryClaims(clock=given.clock)
        settled = (Settle().server_limit + Settle().read_lag).total_seconds()
        with pytest.raises(ClaimsUnavailableError):
            await given.ensure(claims=_AwayAt(claims, given, settled))
        begun = given.clock.monotonic()

        await given.ensure(claims=claims)

        assert given.clock.monotonic() == begun

    async def test_it_looks_once_more_after_all_that_time_though_the_last_look_took_long(
        self,
    ) -> None:
        # given reads that show what there was when they began, and a row that shows amid the last
        given = world(lag=14)
        given.transport.fates.append(Carried(after=119))
        mews = in_process(_SlowReads(given, seconds=10))

        ensured = await given.ensure(mews=mews)

        assert ensured.found
        assert given.calls(ADD) == 1


def _another_process(given: World) -> dict[str, Any]:
    return {"mews": in_process(given.transport), "clock": attrs.evolve(given.clock)}


class _Broken(HandedOn):
    """One method does well so many times, and then raises what is no error of this library."""

    def __init__(self, claims: Claims, method: str, well: int = 0) -> None:
        super().__init__(claims)
        self._well = well
        self._works = getattr(claims, method)
        setattr(self, method, self._fail)

    async def _fail(self, *values: Any, **named: Any) -> Any:
        self._well -= 1
        if self._well >= 0:
            return await self._works(*values, **named)
        raise OSError("the disk at user:secret@host")


class _AwayAt(HandedOn):
    """Cannot be asked for renewals two times in a row after that many seconds."""

    def __init__(self, claims: Claims, given: World, seconds: float) -> None:
        super().__init__(claims)
        self._given = given
        self._seconds = seconds
        self._late = 0

    async def renew(self, key: str, owner: str, lease: timedelta) -> bool:
        self._late += self._given.clock.monotonic() >= self._seconds
        # the first late one is that of the last look
        if self._late > 1:
            raise ClaimsUnavailableError("away")
        return await super().renew(key, owner, lease)


class _Keyed(HandedOn):
    key = ""

    async def claim(self, key: str, owner: str, lease: timedelta) -> Claim:
        self.key = key
        return await super().claim(key, owner, lease)


class _Robbed(HandedOn):
    """Loses the claim to a process that is killed amid its request; is told late of the next."""

    def __init__(self, claims: Claims, given: World) -> None:
        super().__init__(claims)
        self._given = given
        self.claims_anew = asyncio.Event()

    async def renew(self, key: str, owner: str, lease: timedelta) -> bool:
        await self._claims.release(key, owner, written=False)
        self._given.transport.fates.append(Carried(after=100))
        other = asyncio.create_task(
            self._given.ensure(
                claims=Killed(self._claims),
                settle=Settle(lease=LEASE),
                **_another_process(self._given),
            )
        )
        while self._given.transport.fates:  # noqa: ASYNC110 - no event to wait for
            await asyncio.sleep(0.1)
        other.cancel()
        await asyncio.sleep(LEASE.total_seconds())
        return await super().renew(key, owner, lease)

    async def claim(self, key: str, owner: str, lease: timedelta) -> Claim:
        claim = await super().claim(key, owner, lease)
        if isinstance(claim, TakenOver):
            self.claims_anew.set()
            await asyncio.Event().wait()
        return claim


class _SlowReads(httpx.AsyncBaseTransport):
    def __init__(self, given: World, *, seconds: float) -> None:
        self._transport = given.transport
        self._seconds = seconds

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await self._transport.handle_async_request(request)
        if request.url.path.endswith("payments/getAll"):
            await asyncio.sleep(self._seconds)
        return response
