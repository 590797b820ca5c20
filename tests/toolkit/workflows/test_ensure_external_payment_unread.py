"""What was added cannot be read, or not it alone; and all that there is was canceled."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from msgspec.structs import replace

from mews_connector import errors, models
from mews_toolkit.sandbox import Delay, Status
from mews_toolkit.workflows import (
    DuplicatePaymentsError,
    MemoryClaims,
    PaymentNotVisibleError,
    StateUnreadError,
)
from support.ensuring import World, world
from support.handed_on import HandedOn
from support.lossy_sandbox import Lost, ids_under, in_process

pytestmark = pytest.mark.virtual_time

ADD, LIST = "payments/addExternal", "payments/getAll"


class TestReadBack:
    @pytest.mark.parametrize("status", [500, 401, 403])
    async def test_what_was_added_is_told_although_it_cannot_be_read(self, status: int) -> None:
        given = world()
        # the look before it goes well
        given.sandbox.faults.add(Delay(0), operation=LIST)
        given.sandbox.faults.add(Status(status), operation=LIST, times=None)

        with pytest.raises(StateUnreadError) as caught:
            await given.ensure()

        assert [caught.value.id] == ids_under(given.sandbox, "till-7/1")
        assert caught.value.operation == ADD
        assert isinstance(caught.value.__cause__, errors.MewsError)
        given.sandbox.faults.clear()
        assert (await given.ensure()).payment.id == caught.value.id
        assert given.calls(ADD) == 1

    async def test_nor_does_an_earlier_request_that_was_lost_take_its_place(self) -> None:
        # given a claim that was lost after it, and that somebody else gave up as not written
        given = world()
        given.transport.fates.append(Lost())
        for fault in (Delay(0), Delay(0)):
            given.sandbox.faults.add(fault, operation=LIST)
        given.sandbox.faults.add(Status(500), operation=LIST, times=None)

        with pytest.raises(StateUnreadError) as caught:
            await given.ensure(claims=_GivenUp(MemoryClaims(clock=given.clock)))

        assert [caught.value.id] == ids_under(given.sandbox, "till-7/1")

    async def test_another_one_that_shows_first_is_not_taken_for_it(self) -> None:
        # given somebody who adds it by other means at that very moment, and whose row shows first
        given = world()
        mews = in_process(_FirstShowsLast(given, after=8))

        with pytest.raises(DuplicatePaymentsError) as caught:
            await given.ensure(mews=mews, claims=_Adding(given))

        there = ids_under(given.sandbox, "till-7/1")
        assert len(there) == 2
        assert sorted(it.id for it in caught.value.payments) == sorted(there)

    async def test_nor_when_that_one_is_all_that_shows(self) -> None:
        given = world()
        mews = in_process(_FirstShowsLast(given, after=1000))

        with pytest.raises(PaymentNotVisibleError) as caught:
            await given.ensure(mews=mews, claims=_Adding(given))

        assert caught.value.payment_id == _first(given)


class TestCanceled:
    async def test_when_all_are_canceled_the_newest_is_given(self) -> None:
        given = world()
        for _ in range(3):
            await given.add()
            await asyncio.sleep(1)
        newest = max(given.sandbox.payments, key=lambda it: it.created_utc)
        _cancel_all(given)

        ensured = await given.ensure()

        assert ensured.found
        assert ensured.payment.id == newest.id
        assert ensured.payment.state == models.PaymentState.CANCELED
        assert given.calls(ADD) == 3

    async def test_of_these_the_one_that_was_noted_goes_first(self) -> None:
        given = world()
        noted = await given.ensure()
        await asyncio.sleep(1)
        await given.add()
        _cancel_all(given)

        assert (await given.ensure()).payment.id == noted.payment.id

    async def test_when_only_the_one_that_was_added_is_canceled_it_gives_the_other_as_found(
        self,
    ) -> None:
        given = world()

        class Cancelling(_Adding):
            async def done(self, key: str, payment_id: UUID) -> None:
                await super().done(key, payment_id)
                for payment in list(given.sandbox.payments):
                    if payment.id == payment_id:
                        given.sandbox.payments.put(replace(payment, state="Canceled"))

        ensured = await given.ensure(claims=Cancelling(given))

        assert ensured.found
        assert ensured.payment.state != models.PaymentState.CANCELED


class _GivenUp(HandedOn):
    """Is lost at its second renewal, and free again by then."""

    renewals = 0

    async def renew(self, key: str, owner: str, lease: timedelta) -> bool:
        self.renewals += 1
        if self.renewals == 2:
            await self._claims.release(key, owner, written=False)
        return await super().renew(key, owner, lease)


class _Adding(HandedOn):
    """Adds the payment by other means as soon as it is noted."""

    def __init__(self, given: World) -> None:
        super().__init__(MemoryClaims(clock=given.clock))
        self._given = given

    async def done(self, key: str, payment_id: UUID) -> None:
        await super().done(key, payment_id)
        await asyncio.sleep(0.01)
        await self._given.add()


class _FirstShowsLast(httpx.AsyncBaseTransport):
    """Rows do not show in the order of their writing: the first one only after some seconds."""

    def __init__(self, given: World, *, after: float) -> None:
        self._given = given
        self._after = after

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await self._given.transport.handle_async_request(request)
        if not request.url.path.endswith(LIST) or self._given.clock.monotonic() >= self._after:
            return response
        answer = json.loads(await response.aread())
        hidden = str(_first(self._given)) if self._given.sandbox.payments else None
        rows = [it for it in answer["Payments"] if it["Id"] != hidden]
        return httpx.Response(200, json=answer | {"Payments": rows})


def _first(given: World) -> UUID:
    return min(given.sandbox.payments, key=lambda it: it.created_utc).id


def _cancel_all(given: World) -> None:
    for payment in list(given.sandbox.payments):
        given.sandbox.payments.put(replace(payment, state="Canceled"))
