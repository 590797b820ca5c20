"""No result, error, crash report, log or journal of a workflow shows a token; no claim does."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest

from mews_connector import Event, errors, models
from mews_toolkit.observability import CallRecorder
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox, Status, serve_in_thread
from mews_toolkit.workflows import (
    Claims,
    ClaimsUnavailableError,
    ClosedOtherwiseError,
    ConflictingPaymentError,
    MemoryClaims,
    NotSeenError,
    PaymentOutcomeUnknownError,
    Reconciliation,
    ReconciliationError,
    RedisClaims,
    Settle,
    SqliteClaims,
    StateUnreadError,
    UnbalancedBillError,
    charge_card,
    close_bill,
    ensure_external_payment,
    reconcile,
    refund,
    wait_for_payment,
    wait_for_payment_request,
)
from support.journals import ListJournal
from support.sandboxes import sandbox_client
from support.secrecy import keeps, shown_of_error, shown_of_record, shown_of_value
from support.workflow_world import World

BOTH = f"{CLIENT_TOKEN} and {ACCESS_TOKEN}"
POUNDS = models.AmountParameters(currency="GBP", gross_value=Decimal("25.50"))
GUEST = "guest@example.com"
VISA = "4111 1111 1111 1111"
SHORT = Settle(
    server_limit=timedelta(seconds=2), read_lag=timedelta(seconds=1), lease=timedelta(seconds=20)
)


# Each fault is made in one go: as a variable it would be a local of the traceback.
def lost(world: World, operation: str) -> None:
    """Carried out, and answered by a proxy that repeats what it was sent."""
    world.sandbox.faults.add(Status(502, message=BOTH, after_commit=True), operation=operation)


def fails(world: World, operation: str) -> None:
    world.sandbox.faults.add(Status(500, message=BOTH), operation=operation, times=None)


async def charged(world: World) -> object:
    card = world.sandbox.credit_card().id
    return await charge_card(world.mews, credit_card_id=card, amount=POUNDS, clock=world.clock)


async def declined(world: World) -> object:
    world.sandbox.faults.add(
        Status(403, message=f"Transaction was declined ({BOTH})"), operation="creditCards/charge"
    )
    return await charged(world)


async def charge_lost(world: World) -> object:
    lost(world, "creditCards/charge")
    return await charged(world)


async def charge_unread(world: World) -> object:
    fails(world, "payments/getAll")
    return await charged(world)


async def refunded(world: World) -> object:
    await charged(world)
    [payment] = world.sandbox.payments
    return await refund(world.mews, payment_id=payment.id, reason="Left", clock=world.clock)


async def refund_lost(world: World) -> object:
    lost(world, "payments/refund")
    return await refunded(world)


async def not_seen(world: World) -> object:
    return await wait_for_payment(world.mews, uuid4(), deadline=3, clock=world.clock)


async def waited(world: World) -> object:
    await charged(world)
    [payment] = world.sandbox.payments
    return await wait_for_payment(world.mews, payment.id, clock=world.clock)


async def request_unread(world: World) -> object:
    fails(world, "paymentRequests/getAll")
    return await wait_for_payment_request(world.mews, uuid4(), deadline=3, clock=world.clock)


async def closed(world: World, kind: models.BillType = models.BillType.RECEIPT) -> object:
    parameters = models.BillParameters(account_id=world.sandbox.customer().id)
    [bill] = (await world.mews.bills.add(bills=[parameters])).bills
    await close_bill(world.mews, bill_id=bill.id, type_=kind, clock=world.clock)
    return await close_bill(
        world.mews, bill_id=bill.id, type_=models.BillType.RECEIPT, clock=world.clock
    )


async def closed_otherwise(world: World) -> object:
    return await closed(world, models.BillType.INVOICE)


async def unbalanced(world: World) -> object:
    customer = world.sandbox.customer().id
    parameters = models.BillParameters(account_id=customer)
    [bill] = (await world.mews.bills.add(bills=[parameters])).bills
    await world.mews.payments.add_external(
        account_id=customer,
        amount=POUNDS,
        type_=models.ExternalPaymentType.CASH,
        bill_id=bill.id,
    )
    return await close_bill(
        world.mews, bill_id=bill.id, type_=models.BillType.RECEIPT, clock=world.clock
    )


async def ensured(
    world: World,
    claims: Claims | None = None,
    amount: models.AmountParameters = POUNDS,
    identifier: str = GUEST,
) -> object:
    return await ensure_external_payment(
        world.mews,
        account_id=world.sandbox.customer().id,
        amount=amount,
        type_=models.ExternalPaymentType.CASH,
        external_identifier=identifier,
        claims=claims,
        settle=SHORT,
        clock=world.clock,
    )


async def ensured_after_loss(world: World) -> object:
    lost(world, "payments/addExternal")
    return await ensured(world)


async def ensuring_unknown(world: World) -> object:
    fails(world, "payments/addExternal")
    return await ensured(world)


async def conflict(world: World) -> object:
    await ensured(world)
    return await ensured(
        world, amount=models.AmountParameters(currency="GBP", gross_value=Decimal(1))
    )


async def days(world: World) -> Reconciliation:
    return await reconcile(world.mews, date(2026, 11, 10), date(2026, 11, 20), "Europe/London")


async def reconciled(world: World) -> object:
    result = await days(world)
    return result, result.rows(), result.table()


async def ledgers_forbidden(world: World) -> object:
    world.sandbox.faults.add(Status(401, message=BOTH), operation="ledgerBalances/getAll")
    result = await days(world)
    assert result.ledgers_unread is not None
    assert result.ledgers_unread in result.table()
    return result, result.rows(), result.table()


async def days_unread(world: World) -> object:
    fails(world, "payments/getAll")
    return await days(world)


Story = Callable[[World], Awaitable[object]]
STORIES: dict[Story, type[errors.MewsError] | None] = {
    charged: None,
    declined: errors.CardDeclinedError,
    charge_lost: PaymentOutcomeUnknownError,
    charge_unread: StateUnreadError,
    refunded: None,
    refund_lost: PaymentOutcomeUnknownError,
    waited: None,
    not_seen: NotSeenError,
    request_unread: errors.DeadlineExceededError,
    closed: None,
    closed_otherwise: ClosedOtherwiseError,
    unbalanced: UnbalancedBillError,
    ensured: None,
    ensured_after_loss: None,
    ensuring_unknown: errors.OutcomeUnknownError,
    conflict: ConflictingPaymentError,
    reconciled: None,
    ledgers_forbidden: None,
    days_unread: ReconciliationError,
}


@pytest.mark.virtual_time
@pytest.mark.parametrize("story", STORIES, ids=lambda it: it.__name__)
async def test_nothing_that_a_workflow_gives_raises_logs_or_journals_shows_them(
    caplog: pytest.LogCaptureFixture, story: Story
) -> None:
    # given
    caplog.set_level(logging.DEBUG)
    journal, recorder, events = ListJournal(), CallRecorder(), list[Event]()

    def hear(event: Event) -> None:
        events.append(event)
        recorder(event)

    world = World(journal=journal, on_event=hear)

    # when
    error: errors.MewsError | None = None
    try:
        assert keeps(shown_of_value(await story(world)))
    except errors.MewsError as raised:
        error = raised

    # then
    expected = STORIES[story]
    assert error is None if expected is None else isinstance(error, expected), repr(error)
    if error is not None:
        assert keeps(shown_of_error(error))
    assert keeps([recorder.to_json(), recorder.to_markdown()])
    for seen in (*events, *journal.records):
        assert keeps(shown_of_value(seen))
    assert events
    for record in caplog.records:
        assert keeps(shown_of_record(record))


@pytest.mark.virtual_time
async def test_a_card_number_as_an_identifier_is_refused_and_not_repeated(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    world = World()

    with pytest.raises(errors.InvalidRequestError, match="payment card number") as caught:
        await ensured(world, identifier=VISA)

    assert VISA not in repr(vars(caught.value)) + str(caught.value)
    assert [it for it in caplog.records if VISA in repr(vars(it))] == []
    assert list(world.sandbox.payments) == []


@pytest.mark.virtual_time
async def test_claims_in_memory_hold_no_token_and_no_identifier() -> None:
    world = World()
    claims = MemoryClaims(clock=world.clock)

    await ensured(world, claims)

    # Objects show nothing of what they hold, so this looks into them.
    assert vars(claims)
    told = list(shown_of_value(claims))
    assert keeps(told)
    assert not [it for it in told if GUEST in it or "25.5" in it]


def texts_in(folder: Path) -> dict[str, str]:
    return {it.suffix: it.read_bytes().decode("latin-1") for it in folder.iterdir()}


async def test_claims_in_a_file_hold_no_token_and_no_identifier(tmp_path: Path) -> None:
    # given: a reader of the file, so that what the last writer leaves is not tidied away
    path = tmp_path / "claims.sqlite"
    await SqliteClaims(path).claim("another", "owner", timedelta(1))
    sandbox = Sandbox(payments=0)
    with closing(sqlite3.connect(path)) as reader, serve_in_thread(sandbox) as server:
        reader.execute("SELECT * FROM claims").fetchall()

        # when
        async with sandbox_client(server) as mews:
            ensured = await ensure_external_payment(
                mews,
                account_id=sandbox.customer().id,
                amount=POUNDS,
                type_=models.ExternalPaymentType.CASH,
                external_identifier=GUEST,
                claims=SqliteClaims(path),
            )
        files = texts_in(tmp_path)

    # then
    assert set(files) == {".sqlite", ".sqlite-shm", ".sqlite-wal"}
    assert str(ensured.payment.id) in files[".sqlite-wal"]
    for text in files.values():
        assert keeps([text])
        for told in (GUEST, "25.5", str(sandbox.customer().id)):
            assert told not in text


@pytest.mark.parametrize("kind", ["file", "Redis"])
async def test_claims_that_cannot_be_asked_are_told_of_without_them(
    tmp_path: Path, kind: str
) -> None:
    claims: Claims = (
        SqliteClaims(tmp_path / "no folder" / "claims.sqlite")
        if kind == "file"
        else RedisClaims(f"redis://:{ACCESS_TOKEN}@127.0.0.1:1")
    )
    sandbox = Sandbox(payments=0)
    with serve_in_thread(sandbox) as server:
        async with sandbox_client(server) as mews:
            with pytest.raises(ClaimsUnavailableError) as caught:
                await ensure_external_payment(
                    mews,
                    account_id=sandbox.customer().id,
                    amount=POUNDS,
                    type_=models.ExternalPaymentType.CASH,
                    external_identifier=GUEST,
                    claims=claims,
                )

    assert keeps(shown_of_error(caught.value))
    assert list(sandbox.payments) == []
