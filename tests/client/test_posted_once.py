"""Money is never posted twice: whatever becomes of the answer, there is one record at most."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from mews_connector import MewsClient, RetryPolicy, errors, models
from mews_toolkit.sandbox import (
    CutBody,
    Delay,
    Fault,
    Html,
    RateLimited,
    Reset,
    Sandbox,
    Status,
    serve_in_thread,
)
from support.sandboxes import sandbox_client

TIMEOUT = 0.3
BEYOND_TIMEOUT = 30

Post = Callable[[MewsClient, Sandbox], Coroutine[Any, Any, object]]


async def record_cash(mews: MewsClient, sandbox: Sandbox) -> object:
    return await mews.payments.add_external(
        account_id=sandbox.customer().id,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
        type_=models.ExternalPaymentType.CASH,
    )


async def refund(mews: MewsClient, sandbox: Sandbox) -> object:
    paid = next(
        payment
        for payment in sandbox.payments
        if payment.enterprise_id == sandbox.enterprises[0].id
        and (payment.type, payment.kind, payment.state)
        == ("CreditCardPayment", "Payment", "Charged")
    )
    return await mews.payments.refund(
        payment_id=paid.id,
        account_id=paid.account_id,
        value_to_refund=Decimal("0.01"),
        reason="Breakfast was cold",
    )


async def ask_for_payment(mews: MewsClient, sandbox: Sandbox) -> object:
    asked = models.PaymentRequestParameters(
        account_id=sandbox.customer().id,
        amount=models.CurrencyValue(currency="GBP", value=Decimal(100)),
        type_=models.PaymentRequestType.PAYMENT,
        reason=models.PaymentRequestReason.DEPOSIT,
        expiration_utc=sandbox.now() + timedelta(days=7),
        description="Deposit",
    )
    return await mews.payment_requests.add(payment_requests=[asked])


EACH_POST = pytest.mark.parametrize(
    ("post", "operation"),
    [
        pytest.param(record_cash, "payments/addExternal", id="addExternal"),
        pytest.param(refund, "payments/refund", id="refund"),
        pytest.param(ask_for_payment, "paymentRequests/add", id="paymentRequests/add"),
    ],
)

LOST_AFTER_THE_COMMIT: dict[str, Fault] = {
    "500": Status(500, after_commit=True),
    "500 with a page": Status(500, body="html", after_commit=True),
    "503 with nothing": Status(503, body="empty", after_commit=True),
    "522 of a proxy": Status(522, body="html", after_commit=True),
    "408": Status(408, after_commit=True),
    "body cut": CutBody(after_commit=True),
    "connection reset": Reset(after_commit=True),
    "a page for JSON": Html(after_commit=True),
    "an empty success": Status(200, body="empty", after_commit=True),
    "too late": Delay(BEYOND_TIMEOUT, after_commit=True),
}
LOST_BEFORE_THE_COMMIT: dict[str, Fault] = {
    "500": Status(500),
    "522 of a proxy": Status(522, body="html"),
    "408": Status(408),
    "connection reset": Reset(),
    "a page for JSON": Html(),
}


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(payments=60, limit=None)


@pytest.fixture
async def mews(sandbox: Sandbox) -> AsyncIterator[MewsClient]:
    with serve_in_thread(sandbox) as server:
        async with sandbox_client(server) as client:
            yield client


def records(sandbox: Sandbox) -> int:
    return len(sandbox.payments) + len(sandbox.payment_requests)


@EACH_POST
@pytest.mark.parametrize("fault", LOST_AFTER_THE_COMMIT.values(), ids=LOST_AFTER_THE_COMMIT)
async def test_an_answer_lost_after_the_commit_leaves_one_record_and_says_so(
    sandbox: Sandbox, mews: MewsClient, post: Post, operation: str, fault: Fault
) -> None:
    # given
    before = records(sandbox)
    sandbox.faults.add(fault, operation=operation)
    if isinstance(fault, Delay):
        mews = mews.with_options(timeout=TIMEOUT)

    # when
    with pytest.raises(errors.OutcomeUnknownError) as caught:
        await post(mews, sandbox)

    # then
    assert records(sandbox) == before + 1
    assert [call.operation for call in sandbox.calls] == [operation]
    assert caught.value.operation == operation
    assert isinstance(caught.value.__cause__, errors.MewsError)
    assert "look the record up" in str(caught.value)


@EACH_POST
@pytest.mark.parametrize("fault", LOST_BEFORE_THE_COMMIT.values(), ids=LOST_BEFORE_THE_COMMIT)
async def test_an_answer_lost_before_the_commit_looks_the_same_and_is_not_repeated_either(
    sandbox: Sandbox, mews: MewsClient, post: Post, operation: str, fault: Fault
) -> None:
    before = records(sandbox)
    sandbox.faults.add(fault, operation=operation)

    with pytest.raises(errors.OutcomeUnknownError):
        await post(mews, sandbox)

    assert records(sandbox) == before
    assert len(sandbox.calls) == 1


@EACH_POST
async def test_a_deadline_that_passes_in_flight_leaves_the_outcome_open(
    sandbox: Sandbox, mews: MewsClient, post: Post, operation: str
) -> None:
    before = records(sandbox)
    sandbox.faults.add(Delay(BEYOND_TIMEOUT, after_commit=True), operation=operation)

    with pytest.raises(errors.OutcomeUnknownError) as caught:
        await post(mews.with_options(retry=RetryPolicy(deadline=TIMEOUT)), sandbox)

    assert isinstance(caught.value.__cause__, errors.DeadlineExceededError)
    assert (records(sandbox), len(sandbox.calls)) == (before + 1, 1)


@EACH_POST
async def test_a_write_that_is_cancelled_in_flight_is_not_repeated(
    sandbox: Sandbox, mews: MewsClient, post: Post, operation: str
) -> None:
    before = records(sandbox)
    sandbox.faults.add(Delay(BEYOND_TIMEOUT, after_commit=True), operation=operation)

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(TIMEOUT):
            await post(mews, sandbox)

    assert (records(sandbox), len(sandbox.calls)) == (before + 1, 1)


@EACH_POST
@pytest.mark.parametrize("retry_after", ["0.01", 0, "soon", None])
async def test_a_write_turned_away_by_429_is_sent_again_and_recorded_once(
    sandbox: Sandbox, mews: MewsClient, post: Post, operation: str, retry_after: int | str | None
) -> None:
    before = records(sandbox)
    sandbox.faults.add(RateLimited(retry_after), operation=operation, times=2)

    await post(mews, sandbox)

    assert records(sandbox) == before + 1
    assert [call.status for call in sandbox.calls] == [429, 429, 200]


@EACH_POST
async def test_a_conflict_is_for_the_caller_to_decide(
    sandbox: Sandbox, mews: MewsClient, post: Post, operation: str
) -> None:
    before = records(sandbox)
    sandbox.faults.add(Status(409), operation=operation)

    with pytest.raises(errors.ConflictError):
        await post(mews, sandbox)

    assert (records(sandbox), len(sandbox.calls)) == (before, 1)


@EACH_POST
async def test_what_reached_nobody_was_not_sent(
    sandbox: Sandbox, post: Post, operation: str
) -> None:
    before = records(sandbox)
    with serve_in_thread(sandbox) as server:
        pass

    async with sandbox_client(server) as mews:
        with pytest.raises(errors.NotSentError) as caught:
            await post(mews, sandbox)

    assert caught.value.operation == operation
    assert (records(sandbox), sandbox.requests) == (before, 0)


@EACH_POST
async def test_a_write_is_tried_again_until_somebody_listens(
    sandbox: Sandbox, post: Post, operation: str
) -> None:
    before = records(sandbox)
    with serve_in_thread(sandbox) as gone:
        port = int(gone.url.rpartition(":")[2])

    patient = RetryPolicy(attempts=1000, base_delay=0.001, max_delay=0.01)
    async with sandbox_client(gone, retry=patient) as mews:
        posting = asyncio.create_task(post(mews, sandbox))
        await asyncio.sleep(0)
        with serve_in_thread(sandbox, port=port):
            await posting

    assert records(sandbox) == before + 1
    assert [call.operation for call in sandbox.calls] == [operation]
