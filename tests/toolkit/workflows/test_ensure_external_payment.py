"""A payment taken elsewhere is recorded exactly once."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import pickle
from datetime import timedelta
from decimal import Decimal
from typing import Any, cast

import attrs
import pytest
from msgspec.structs import replace

from mews_connector import RetryPolicy, errors, models
from mews_toolkit.sandbox import PARIS_ACCESS_TOKEN, PORTFOLIO_ACCESS_TOKEN, Delay, Status
from mews_toolkit.sandbox.entities.payment import Payment
from mews_toolkit.sandbox.seeds.enterprises import LONDON, PARIS
from mews_toolkit.workflows import (
    Claim,
    Claims,
    ClaimsUnavailableError,
    ConflictingPaymentError,
    DuplicatePaymentsError,
    IncomparablePaymentsError,
    MemoryClaims,
    PaymentNotVisibleError,
    Settle,
)
from mews_toolkit.workflows._memory_claims import claims_of_this_process
from support.ensuring import World, gbp, world
from support.handed_on import HandedOn, Killed
from support.lossy_sandbox import Carried, Lost, ids_under, in_process
from support.secrecy import keeps, shown_of_error, shown_of_record, shown_of_value

pytestmark = pytest.mark.virtual_time

ADD, LIST = "payments/addExternal", "payments/getAll"
SETTLED = (Settle().server_limit + Settle().read_lag).total_seconds()


def now() -> float:
    return asyncio.get_running_loop().time()


def another_process(given: World) -> dict[str, Any]:
    """What a process has that shares nothing with the one of `given`."""
    # A clock of its own, and so claims in memory of its own.
    return {"mews": in_process(given.transport), "clock": attrs.evolve(given.clock)}


class TestOnce:
    async def test_a_payment_that_is_not_there_is_added(self) -> None:
        given = world()
        [bill] = [it for it in given.sandbox.bills if it.state == "Open"][:1]
        account = bill.account_id

        ensured = await given.ensure(account_id=account, bill_id=bill.id, notes="room 7")

        assert not ensured.found
        assert ids_under(given.sandbox, "till-7/1") == [ensured.payment.id]
        assert ensured.payment.original_amount.gross_value == Decimal("-100.00")
        assert ensured.payment.bill_id == bill.id
        assert ensured.payment.notes == "room 7"

    async def test_one_that_is_there_is_found(self) -> None:
        given = world()
        await given.add()

        ensured = await given.ensure()

        assert ensured.found
        assert ids_under(given.sandbox, "till-7/1") == [ensured.payment.id]
        assert given.calls(ADD) == 1

    async def test_called_many_times_it_is_added_once(self) -> None:
        given = world(lag=3)

        found = [(await given.ensure()).found for _ in range(5)]

        assert found == [False, True, True, True, True]
        assert len(ids_under(given.sandbox, "till-7/1")) == 1

    async def test_called_by_many_tasks_at_once_it_is_added_once(self) -> None:
        given = world(lag=3)
        mews = in_process(given.transport)

        ensured = await asyncio.gather(
            *(given.ensure(mews=mews if number % 2 else None) for number in range(30))
        )

        assert [it.found for it in ensured].count(False) == 1
        assert len({it.payment.id for it in ensured}) == 1
        assert len(ids_under(given.sandbox, "till-7/1")) == 1

    async def test_each_identifier_has_its_own(self) -> None:
        given = world()

        await asyncio.gather(*(given.ensure(f"till-7/{number}") for number in range(20)))

        assert all(len(ids_under(given.sandbox, f"till-7/{number}")) == 1 for number in range(20))

    async def test_a_refund_is_a_negative_amount(self) -> None:
        given = world()

        ensured = [await given.ensure(amount=gbp("-12.50")) for _ in range(2)]

        assert [it.found for it in ensured] == [False, True]
        assert ensured[0].payment.original_amount.gross_value == Decimal("12.50")

    async def test_a_canceled_one_uses_its_identifier_up(self) -> None:
        given = world()
        await given.add()
        [payment] = given.sandbox.payments
        given.sandbox.payments.put(_with(payment, state="Canceled"))

        ensured = await given.ensure()

        assert ensured.found
        assert ensured.payment.state == models.PaymentState.CANCELED

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("external_identifier", ""),
            ("external_identifier", " \t"),
            ("external_identifier", " 7"),
            ("external_identifier", "7\n"),
            ("external_identifier", "till\t7"),
            ("external_identifier", "till\u00a07"),
            ("external_identifier", "till\x007"),
            ("external_identifier", "till\ud800"),
            ("external_identifier", "7" * 256),
            ("external_identifier", 7),
            ("amount", models.AmountParameters(currency="GBP", gross_value=Decimal("1.005"))),
            ("amount", models.AmountParameters(currency="GBP", net_value=Decimal("1.005"))),
            ("amount", models.AmountParameters(currency="JPY", gross_value=Decimal("0.5"))),
            ("amount", models.AmountParameters(currency="BHD", gross_value=Decimal("-0.0005"))),
            ("amount", models.AmountParameters(currency="GBP", gross_value=Decimal("0.00"))),
            ("amount", models.AmountParameters(currency="GBP", gross_value=Decimal("NaN"))),
            ("amount", models.AmountParameters(currency="GBP", gross_value=cast("Decimal", 1.5))),
            ("amount", models.AmountParameters(currency="GBP")),
            (
                "amount",
                models.AmountParameters(
                    currency="GBP", gross_value=Decimal(1), net_value=Decimal(1)
                ),
            ),
            ("amount", models.CurrencyValue(currency="GBP", value=Decimal(1))),
            ("created_within", timedelta(0)),
            # what the client itself would refuse, though only after the lookup
            ("external_identifier", "till 4111 1111 1111 1111"),
            ("notes", "card 4111111111111111"),
            ("account_id", "10d04000-0000-4000-8000-000000000001"),
            ("bill_id", 7),
        ],
        ids=str,
    )
    async def test_what_is_wrong_is_refused_before_anything_is_sent(
        self, name: str, value: Any
    ) -> None:
        given = world()

        with pytest.raises(errors.InvalidRequestError) as caught:
            await given.ensure(**{name: value})

        assert [it.split(":")[0].split(".")[0] for it in caught.value.problems] == [name]
        assert given.sandbox.calls == []
        assert repr(claims_of_this_process(given.clock)) == "MemoryClaims(0 keys)"

    async def test_all_that_is_wrong_is_told_at_once(self) -> None:
        given = world()

        with pytest.raises(errors.InvalidRequestError) as caught:
            await given.ensure(" " + "7" * 300, amount=gbp("0"), created_within=timedelta(0))

        assert len(caught.value.problems) == 4

    @pytest.mark.parametrize(
        ("currency", "value"), [("JPY", "-1"), ("BHD", "0.125"), ("GBP", "1.500"), ("USD", "-0.01")]
    )
    async def test_sums_that_can_be_paid_pass(self, currency: str, value: str) -> None:
        given = world()

        # those of other currencies than its own are for the hotel to refuse
        with contextlib.suppress(errors.BusinessRuleError):
            await given.ensure(amount=_in(currency, value))

        assert given.calls(ADD) == 1

    async def test_the_longest_identifier_that_passes_is_found_again(self) -> None:
        given = world()

        found = [(await given.ensure("é 7/" + "0" * 251)).found for _ in range(2)]

        assert found == [False, True]

    async def test_a_refusal_leaves_nothing_behind(self) -> None:
        given = world()

        for _ in range(2):
            with pytest.raises(errors.BusinessRuleError):
                await given.ensure(amount=_in("JPY", "100"))
        ensured = await given.ensure()

        assert not ensured.found
        assert now() == 0, "nobody waited for what was not written"


class TestLostAnswers:
    @pytest.mark.parametrize(
        "fault",
        [
            Status(500, after_commit=True),
            Status(408, after_commit=True),
            Status(522, body="html", after_commit=True),
        ],
        ids=str,
    )
    async def test_what_was_carried_out_and_then_failed_is_found(self, fault: Status) -> None:
        given = world()
        given.sandbox.faults.add(fault, operation=ADD)

        ensured = await given.ensure()

        assert ensured.found
        assert given.calls(ADD) == 1

    async def test_it_is_found_although_it_shows_late(self) -> None:
        given = world(lag=14)
        given.transport.fates.append(Carried())

        ensured = await given.ensure()

        assert ensured.found
        assert now() < 20, "it need not wait any longer once it is found"
        assert len(ids_under(given.sandbox, "till-7/1")) == 1

    async def test_it_is_found_although_the_server_works_on_for_long(self) -> None:
        given = world(lag=14)
        given.transport.fates.append(Carried(after=119))

        ensured = await given.ensure()

        assert ensured.found
        assert given.calls(ADD) == 1
        assert len(ids_under(given.sandbox, "till-7/1")) == 1

    async def test_what_was_not_carried_out_is_sent_again_when_that_is_certain(self) -> None:
        given = world()
        given.transport.fates.append(Lost())

        ensured = await given.ensure()

        assert not ensured.found
        assert SETTLED <= now() < SETTLED + 1
        assert len(ids_under(given.sandbox, "till-7/1")) == 1

    async def test_it_looks_no_more_often_than_it_must(self) -> None:
        given = world()
        given.transport.fates.append(Lost())

        await given.ensure()

        # before, while it waits, and after the payment was added
        assert given.calls(LIST) <= 1 + 14 + 1

    async def test_it_does_not_go_on_for_ever(self) -> None:
        given = world()
        given.transport.fates.extend(Lost() for _ in range(2))
        settle = Settle(posts=2)

        with pytest.raises(errors.OutcomeUnknownError) as caught:
            await given.ensure(settle=settle)

        assert caught.value.__notes__ == ["it was not found after 2 of 2 requests either"]
        assert ids_under(given.sandbox, "till-7/1") == []
        begun = now()
        assert not (await given.ensure()).found
        assert now() - begun >= SETTLED, "the next call is careful once more"

    async def test_when_it_cannot_be_looked_up_either_it_stays_unknown(self) -> None:
        given = world()
        given.transport.fates.append(Carried())
        # The first look goes well, the one after the request does not.
        given.sandbox.faults.add(Delay(0), operation=LIST)
        given.sandbox.faults.add(Status(500), operation=LIST)
        mews = in_process(given.transport, retry=RetryPolicy(attempts=1))

        with pytest.raises(errors.OutcomeUnknownError) as caught:
            await given.ensure(mews=mews)

        assert "looking it up failed" in caught.value.__notes__[0]
        assert (await given.ensure()).found
        assert len(ids_under(given.sandbox, "till-7/1")) == 1

    async def test_a_request_that_was_never_sent_needs_no_wait(self) -> None:
        given = world()
        given.sandbox.faults.add(Status(400), operation=ADD)

        with pytest.raises(errors.BadRequestError):
            await given.ensure()

        assert not (await given.ensure()).found
        assert now() == 0


class TestLateRows:
    async def test_it_waits_until_reads_show_what_it_added(self) -> None:
        given = world(lag=3)

        ensured = await given.ensure()

        assert not ensured.found
        assert 3 <= now() <= 7

    async def test_when_none_does_it_is_told_which_one_was_added(self) -> None:
        given = world(lag=3600)

        with pytest.raises(PaymentNotVisibleError) as caught:
            await given.ensure()
        with pytest.raises(PaymentNotVisibleError):
            await given.ensure()

        assert [caught.value.payment_id] == ids_under(given.sandbox, "till-7/1")

    async def test_where_the_api_does_not_name_what_it_added_it_is_looked_for(self) -> None:
        given = world(lag=3)
        given.transport.names_what_it_adds = False

        ensured = [await given.ensure() for _ in range(2)]

        assert [it.found for it in ensured] == [True, True]
        assert [ensured[0].payment.id] == ids_under(given.sandbox, "till-7/1")

    async def test_when_it_is_neither_named_nor_shown_it_is_unknown_and_not_sent_again(
        self,
    ) -> None:
        given = world(lag=200)
        given.transport.names_what_it_adds = False

        with pytest.raises(errors.OutcomeUnknownError, match="the answer names no payment") as told:
            await given.ensure()
        calls = given.calls(ADD)
        ensured = await given.ensure()

        assert told.value.__notes__ == ["it was not found after 1 of 3 requests either"]
        assert ensured.found
        assert (calls, given.calls(ADD)) == (1, 1)

    async def test_what_was_not_named_is_not_sent_again_when_the_claim_is_lost_either(self) -> None:
        given = world(lag=1000)
        given.transport.names_what_it_adds = False
        claims = _Losing(MemoryClaims(clock=given.clock), at=3)

        with pytest.raises(errors.OutcomeUnknownError, match="the answer names no payment"):
            await given.ensure(claims=claims)

        assert given.calls(ADD) == 1

    async def test_one_older_than_the_window_is_known_by_its_claim(self) -> None:
        given = world()
        claims = MemoryClaims()
        first = await given.ensure(claims=claims)
        [payment] = given.sandbox.payments
        given.sandbox.payments.remove(payment)
        long_ago = given.clock.utc() - timedelta(days=300)
        given.sandbox.payments.put(_with(payment, created_utc=long_ago))

        again = await given.ensure(claims=claims)

        assert again.found
        assert again.payment.id == first.payment.id


class TestSeveralProcesses:
    async def test_without_claims_those_that_race_add_it_twice_and_are_told(self) -> None:
        # given: the gap that the documentation tells of
        given = world(lag=3)

        outcomes = await asyncio.gather(
            given.ensure(), given.ensure(**another_process(given)), return_exceptions=True
        )

        assert len(ids_under(given.sandbox, "till-7/1")) == 2
        assert [type(it) for it in outcomes] == [DuplicatePaymentsError] * 2

    async def test_without_claims_one_that_was_started_anew_too_soon_adds_it_twice(self) -> None:
        # given: the gap that the documentation tells of
        given = world(lag=10)
        given.transport.fates.append(Carried())
        crashed = asyncio.create_task(given.ensure())
        while not given.sandbox.payments:  # noqa: ASYNC110 - no event to wait for
            await asyncio.sleep(0.1)
        crashed.cancel()

        with pytest.raises(DuplicatePaymentsError):
            await given.ensure(**another_process(given))

    async def test_with_claims_those_that_race_add_it_once(self) -> None:
        given = world(lag=3)
        claims = MemoryClaims()

        ensured = await asyncio.gather(
            *(given.ensure(claims=claims, **another_process(given)) for _ in range(8))
        )

        assert [it.found for it in ensured].count(False) == 1
        assert len(ids_under(given.sandbox, "till-7/1")) == 1

    async def test_one_that_is_started_anew_takes_the_claim_over_and_waits(self) -> None:
        # given a process that was killed after it had sent the request, with the row still to come
        given = world(lag=10)
        claims = MemoryClaims(clock=given.clock)
        given.transport.fates.append(Carried(after=100))
        killed = asyncio.create_task(given.ensure(claims=Killed(claims)))
        while given.transport.fates:  # noqa: ASYNC110 - no event to wait for
            await asyncio.sleep(0.1)
        killed.cancel()

        ensured = await given.ensure(claims=claims, **another_process(given))

        assert ensured.found
        assert given.calls(ADD) == 1
        assert len(ids_under(given.sandbox, "till-7/1")) == 1

    async def test_a_claim_whose_owner_died_before_it_sent_anything_holds_nobody_up_for_good(
        self,
    ) -> None:
        given = world()
        claims = MemoryClaims(clock=given.clock)
        killed = asyncio.create_task(given.ensure(claims=Killed(claims)))
        while repr(claims) == "MemoryClaims(0 keys)":  # noqa: ASYNC110 - no event to wait for
            await asyncio.sleep(0)
        killed.cancel()

        ensured = await given.ensure(claims=claims, **another_process(given))

        lease = Settle().lease.total_seconds()
        assert not ensured.found
        assert lease + SETTLED <= now() <= lease + SETTLED + 2

    async def test_a_process_that_slept_through_its_lease_does_not_send(self) -> None:
        # given one that stands still after its first look, until another has done it all
        given = world()
        claims = MemoryClaims(clock=given.clock)
        lease = timedelta(seconds=60)
        slow = _Slow(claims)
        sleeper = asyncio.create_task(
            given.ensure(claims=slow, settle=Settle(lease=lease), **another_process(given))
        )

        await slow.reached.wait()
        other = await given.ensure(claims=claims, settle=Settle(lease=lease))
        slow.may_go_on.set()

        # then it comes upon what the other one did
        woken = await sleeper
        assert woken.found
        assert woken.payment.id == other.payment.id
        assert given.calls(ADD) == 1

    async def test_nobody_takes_over_from_one_that_waits_longer_than_a_lease(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        given = world()
        claims = MemoryClaims(clock=given.clock)
        settle = Settle(lease=timedelta(seconds=40))
        given.transport.fates.append(Lost())

        async with asyncio.timeout(1000):
            ensured = await asyncio.gather(
                *(given.ensure(claims=claims, settle=settle) for _ in range(3))
            )

        assert len({it.payment.id for it in ensured}) == 1
        assert len(ids_under(given.sandbox, "till-7/1")) == 1
        assert "heard of no more" not in caplog.text

    async def test_a_claim_that_is_lost_while_it_waits_is_claimed_anew(self) -> None:
        # given one whose answer was lost, and that is told at its third renewal that it is too late
        given = world()
        given.transport.fates.append(Carried(after=100))

        ensured = await given.ensure(claims=_Losing(MemoryClaims(clock=given.clock), at=3))

        # then it finds what it has sent itself
        assert ensured.found
        assert given.calls(ADD) == 1

    async def test_no_more_requests_are_sent_when_it_is_claimed_anew(self) -> None:
        given = world()
        given.transport.fates.extend([Lost(), Lost()])
        claims = _Losing(MemoryClaims(clock=given.clock), at=3)

        with pytest.raises(errors.OutcomeUnknownError) as caught:
            await given.ensure(claims=claims, settle=Settle(posts=1))

        assert caught.value.__notes__ == ["it was not found after 1 of 1 requests either"]
        assert len(given.transport.fates) == 1

    async def test_a_claim_whose_answer_was_cut_off_is_as_uncertain_as_it_was(self) -> None:
        # given a process that was killed while it sent, and one that was cancelled as it took over
        given = world(lag=10)
        claims = MemoryClaims(clock=given.clock)
        lease = timedelta(seconds=30)
        given.transport.fates.append(Carried(after=100))
        killed = asyncio.create_task(
            given.ensure(claims=Killed(claims), settle=Settle(lease=lease))
        )
        await asyncio.sleep(1)
        killed.cancel()
        await asyncio.sleep(40)
        cut_off = asyncio.create_task(given.ensure(claims=_Answering(claims, after=1)))
        await asyncio.sleep(0.5)
        cut_off.cancel()
        await asyncio.wait([cut_off])

        ensured = await given.ensure(claims=claims)

        assert ensured.found
        assert given.calls(ADD) == 1

    async def test_a_request_is_given_half_a_lease_at_most(self) -> None:
        given = world()
        given.sandbox.faults.add(Status(500), operation=LIST, times=None)
        mews = in_process(given.transport, retry=RetryPolicy(attempts=10_000, base_delay=10))

        with pytest.raises(errors.MewsError):
            await given.ensure(mews=mews, settle=Settle(lease=timedelta(seconds=50)))

        assert now() <= 25

    @pytest.mark.parametrize("method", ["claim", "renew"])
    async def test_without_word_from_the_claims_nothing_is_written(self, method: str) -> None:
        given = world()

        with pytest.raises(ClaimsUnavailableError):
            await given.ensure(claims=_Failing(MemoryClaims(), method))

        assert given.calls(ADD) == 0

    async def test_what_cannot_be_noted_is_added_all_the_same(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        given = world()
        claims = MemoryClaims(clock=given.clock)

        ensured = await given.ensure(claims=_Failing(claims, "done"))
        again = await given.ensure(claims=claims)

        assert not ensured.found
        assert again.payment.id == ensured.payment.id
        assert any(it.levelno == logging.ERROR for it in caplog.records)

    async def test_a_claim_that_cannot_be_given_up_hides_no_error(self) -> None:
        given = world()

        with pytest.raises(errors.BusinessRuleError):
            await given.ensure(amount=_in("JPY", "1"), claims=_Failing(MemoryClaims(), "release"))


class TestConflicts:
    @pytest.mark.parametrize(
        "changes",
        [
            {"amount": gbp("100.01")},
            {"amount": gbp("-100.00")},
            {"amount": models.AmountParameters(currency="EUR", gross_value=Decimal(100))},
            {"type_": models.ExternalPaymentType.WIRE_TRANSFER},
        ],
        ids=["value", "sign", "currency", "type"],
    )
    @pytest.mark.parametrize("claimed", [False, True])
    async def test_what_differs_is_shown_on_both_sides(
        self, changes: dict[str, Any], *, claimed: bool
    ) -> None:
        given = world()
        if claimed:
            await given.ensure()
        else:
            await given.add()

        with pytest.raises(ConflictingPaymentError) as caught:
            await given.ensure(**changes)

        error = caught.value
        assert given.calls(ADD) == 1
        assert error.payment.id in ids_under(given.sandbox, "till-7/1")
        assert error.asked.amount == changes.get("amount", gbp("100.00"))
        assert "'till-7/1'" in str(error)
        assert f"payment {error.payment.id} of 100" in str(error)
        assert str(pickle.loads(pickle.dumps(error))) == str(error)

    async def test_the_same_value_written_differently_is_the_same(self) -> None:
        given = world()
        await given.add()

        assert (await given.ensure(amount=gbp("100"))).found

    async def test_another_currency_than_that_of_the_books_is_compared_as_it_was_paid(self) -> None:
        given = world()
        euros = _in("EUR", "50")

        ensured = [await given.ensure(amount=euros) for _ in range(2)]

        assert [it.found for it in ensured] == [False, True]
        assert ensured[0].payment.amount.currency == "GBP"

    async def test_a_net_amount_is_compared_as_net(self) -> None:
        given = world()
        washington = next(it for it in given.sandbox.enterprises if it.pricing == "Net")
        account = given.sandbox.customer(washington.id).id
        mews = in_process(given.transport, access_token=PORTFOLIO_ACCESS_TOKEN, portfolio=True)
        values: dict[str, Any] = {
            "mews": mews.for_enterprise(washington.id),
            "account_id": account,
            "amount": models.AmountParameters(currency="USD", net_value=Decimal("19.99")),
        }

        ensured = [await given.ensure(**values) for _ in range(2)]

        assert [it.found for it in ensured] == [False, True]

    async def test_two_that_are_there_already_are_shown_and_none_is_chosen(self) -> None:
        given = world()
        await given.add()
        await given.add()

        with pytest.raises(DuplicatePaymentsError) as caught:
            await given.ensure()

        there = ids_under(given.sandbox, "till-7/1")
        assert sorted(it.id for it in caught.value.payments) == sorted(there)
        assert all(str(each) in str(caught.value) for each in there)
        assert given.calls(ADD) == 2

    async def test_when_one_of_them_is_canceled_the_other_one_counts(self) -> None:
        given = world()
        await given.add()
        await given.add()
        first, second = given.sandbox.payments
        given.sandbox.payments.put(_with(first, state="Canceled"))

        assert (await given.ensure()).payment.id == second.id

    async def test_payments_that_hide_their_identifiers_stop_it(self) -> None:
        given = world()
        await given.add("another")
        [payment] = given.sandbox.payments
        given.sandbox.payments.put(_with(payment, data=None))

        with pytest.raises(IncomparablePaymentsError) as caught:
            await given.ensure()

        assert [it.id for it in caught.value.payments] == [payment.id]
        assert given.calls(ADD) == 1


class TestWhere:
    async def test_the_same_identifier_in_two_hotels_is_two_payments(self) -> None:
        given = world()
        paris = in_process(given.transport, access_token=PARIS_ACCESS_TOKEN)
        guest = given.sandbox.customer(PARIS).id

        await given.ensure()
        ensured = await given.ensure(mews=paris, account_id=guest, amount=_in("EUR", "5"))

        assert not ensured.found
        assert ensured.payment.enterprise_id == PARIS

    async def test_a_portfolio_says_for_which_enterprise(self) -> None:
        given = world()
        mews = in_process(given.transport, access_token=PORTFOLIO_ACCESS_TOKEN, portfolio=True)

        with pytest.raises(errors.InvalidRequestError, match="must say for which enterprise"):
            await given.ensure(mews=mews)
        named = await given.ensure(mews=mews, enterprise_id=LONDON)
        viewed = await given.ensure(mews=mews.for_enterprise(LONDON))
        single = await given.ensure()

        assert not named.found
        assert named.payment.id == viewed.payment.id == single.payment.id

    async def test_another_enterprise_than_the_tokens_own_is_refused(self) -> None:
        given = world()

        with pytest.raises(errors.InvalidRequestError, match="the access token is that of"):
            await given.ensure(enterprise_id=PARIS)
        with pytest.raises(errors.InvalidRequestError):
            await given.ensure(mews=given.mews.for_enterprise(PARIS))

        assert given.calls(ADD) == 0

    async def test_which_enterprise_it_is_is_asked_once(self) -> None:
        given = world()

        for number in range(3):
            await given.ensure(f"till-7/{number}")

        assert given.calls("configuration/get") == 1


class TestSecrecy:
    async def test_no_token_and_no_identifier_is_claimed(self) -> None:
        given = world()
        claims = _Noting(MemoryClaims())

        await given.ensure("guest@example.com", claims=claims)

        assert keeps(claims.told)
        assert not any("guest" in it or "100" in it for it in claims.told)
        assert all(len(key) == 64 for key in claims.keys)

    async def test_no_token_is_shown(self, caplog: pytest.LogCaptureFixture) -> None:
        given = world()
        caplog.set_level(logging.DEBUG)
        given.transport.fates.extend([Lost(), Carried()])
        ensured = await given.ensure()
        with pytest.raises(ConflictingPaymentError) as conflict:
            await given.ensure(amount=gbp("1"))
        await given.add()
        with pytest.raises(DuplicatePaymentsError) as duplicates:
            await given.ensure()

        assert keeps(shown_of_value(ensured))
        for caught in (conflict.value, duplicates.value):
            assert keeps(str(it) for it in (caught, repr(caught)))
        for error in (conflict.value, duplicates.value):
            assert keeps(shown_of_error(error))
        for record in caplog.records:
            assert keeps(shown_of_record(record))


class TestDecisions:
    async def test_each_one_is_logged(self, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.INFO, logger="mews_connector")
        given = world()
        given.transport.fates.append(Lost())

        ensured = await given.ensure()

        decisions = [
            it.getMessage().split(": ", 1)[1].split(" (pay")[0]
            for it in caplog.records
            if it.getMessage().startswith("external payment")
        ]
        assert decisions == [
            "not found; adding it (1 of 3)",
            "nobody knows whether it was added",
            "not found; adding it (2 of 3)",
            f"added as {ensured.payment.id}",
        ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"server_limit": timedelta(0)},
        {"read_lag": 3},
        {"posts": 0},
        {"posts": True},
        {"lease": timedelta(-1)},
    ],
)
def test_a_settle_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(errors.ConfigurationError, match=next(iter(wrong))):
        Settle(**wrong)


class _Slow(HandedOn):
    """Stands still before its claim is renewed for the first time."""

    def __init__(self, claims: Claims) -> None:
        super().__init__(claims)
        self.reached = asyncio.Event()
        self.may_go_on = asyncio.Event()

    async def renew(self, key: str, owner: str, lease: timedelta) -> bool:
        self.reached.set()
        await self.may_go_on.wait()
        return await super().renew(key, owner, lease)


class _Losing(HandedOn):
    """Says at one renewal that the claim is lost."""

    def __init__(self, claims: Claims, at: int) -> None:
        super().__init__(claims)
        self._left = at

    async def renew(self, key: str, owner: str, lease: timedelta) -> bool:
        self._left -= 1
        return self._left != 0 and await super().renew(key, owner, lease)


class _Answering(HandedOn):
    """Claims at once, and answers later."""

    def __init__(self, claims: Claims, after: float) -> None:
        super().__init__(claims)
        self._after = after

    async def claim(self, key: str, owner: str, lease: timedelta) -> Claim:
        claim = await super().claim(key, owner, lease)
        await asyncio.sleep(self._after)
        return claim


class _Failing(HandedOn):
    """Cannot carry one method out."""

    def __init__(self, claims: Claims, method: str) -> None:
        super().__init__(claims)
        setattr(self, method, self._fail)

    async def _fail(self, *_: object, **__: object) -> Any:
        raise ClaimsUnavailableError("away")


class _Noting(HandedOn):
    """Notes all that it is told."""

    def __init__(self, claims: Claims) -> None:
        super().__init__(claims)
        self.told: list[str] = []
        self.keys: set[str] = set()

    async def claim(self, key: str, owner: str, lease: timedelta) -> Claim:
        self.told += [key, owner]
        self.keys.add(key)
        return await super().claim(key, owner, lease)


def _in(currency: str, value: str) -> models.AmountParameters:
    return models.AmountParameters(currency=currency, gross_value=Decimal(value))


def _with(payment: Payment, **changes: Any) -> Payment:
    """The sandbox's payment, changed behind its back."""
    return replace(payment, **changes)
