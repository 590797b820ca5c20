"""The audit journal: one record before and one after every write, whatever becomes of that."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import httpx
import pytest
from pytest_httpx import HTTPXMock

from mews_connector import (
    CallEvent,
    Event,
    JournalAmount,
    JournalRecord,
    MewsClient,
    RateLimit,
    RetryPolicy,
    WriteOutcome,
    errors,
    models,
)
from support.clients import virtual_client
from support.exchanges import (
    Behaviour,
    CallOf,
    answers,
    loses_the_body,
    play,
    raises,
    read_page,
    read_plain,
    slowly,
    succeeds,
    write,
    write_plain,
)
from support.interruption import interrupted
from support.journals import BrokenJournal, ListJournal, SlowJournal
from support.virtual_time import START

pytestmark = pytest.mark.virtual_time

ACCOUNT = UUID("8ddea57b-6a5c-4eec-8c4c-24467dce118e")
BILL = UUID("177d13d6-25e5-4c83-b96e-0af6a69ab5b6")
ONE_ATTEMPT = RetryPolicy(attempts=1)


async def pay(mews: MewsClient) -> object:
    return await mews.payments.add_external(
        account_id=ACCOUNT,
        bill_id=BILL,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
        external_identifier="till-7/000123",
        notes="for the room at the end",
    )


async def test_a_write_is_told_before_and_after_with_what_it_is_about(
    httpx_mock: HTTPXMock,
) -> None:
    play(httpx_mock, slowly(2, succeeds(**{"Request-Id": "7f3a"})))
    journal = ListJournal()

    async with virtual_client(journal=journal) as mews:
        await pay(mews)

    before, after = journal.records
    assert before == JournalRecord(
        call_id=after.call_id,
        instant=START,
        operation="payments/addExternal",
        external_identifiers=("till-7/000123",),
        amounts=(JournalAmount(path="Amount.GrossValue", value=Decimal("12.30"), currency="GBP"),),
        ids=(("AccountId", ACCOUNT), ("BillId", BILL)),
        outcome=None,
        request_id=None,
        attempts=0,
        error=None,
    )
    assert after == JournalRecord(
        call_id=before.call_id,
        instant=START + timedelta(seconds=2),
        operation="payments/addExternal",
        external_identifiers=before.external_identifiers,
        amounts=before.amounts,
        ids=before.ids,
        outcome=WriteOutcome.DONE,
        request_id="7f3a",
        attempts=1,
        error=None,
    )


async def test_the_first_record_is_kept_before_anything_is_sent(httpx_mock: HTTPXMock) -> None:
    sent_at = play(httpx_mock, succeeds())
    journal = SlowJournal(seconds=3)

    async with virtual_client(journal=journal) as mews:
        await pay(mews)

    assert sent_at == [3.0]
    assert [record.outcome for record in journal.records] == [None, WriteOutcome.DONE]


@pytest.mark.parametrize(
    ("behaviour", "outcome", "error"),
    [
        (answers(400), WriteOutcome.REFUSED, errors.BadRequestError),
        (answers(403), WriteOutcome.REFUSED, errors.BusinessRuleError),
        (answers(409), WriteOutcome.REFUSED, errors.ConflictError),
        (answers(429), WriteOutcome.REFUSED, errors.RateLimitedError),
        (raises(httpx.ConnectError), WriteOutcome.NOT_SENT, errors.NotSentError),
        (raises(httpx.ReadTimeout), WriteOutcome.UNKNOWN, errors.OutcomeUnknownError),
        (answers(408), WriteOutcome.UNKNOWN, errors.OutcomeUnknownError),
        (answers(500), WriteOutcome.UNKNOWN, errors.OutcomeUnknownError),
        (answers(302), WriteOutcome.UNKNOWN, errors.OutcomeUnknownError),
        (answers(200, html="<h1>"), WriteOutcome.UNKNOWN, errors.OutcomeUnknownError),
        (loses_the_body(), WriteOutcome.UNKNOWN, errors.OutcomeUnknownError),
        (slowly(301, succeeds()), WriteOutcome.UNKNOWN, errors.OutcomeUnknownError),
    ],
)
async def test_what_became_of_it_is_told(
    httpx_mock: HTTPXMock,
    behaviour: Behaviour,
    outcome: WriteOutcome,
    error: type[errors.MewsError],
) -> None:
    play(httpx_mock, behaviour)
    journal = ListJournal()

    async with virtual_client(journal=journal, retry=ONE_ATTEMPT) as mews:
        with pytest.raises(error) as raised:
            await pay(mews)

    assert type(raised.value) is error
    assert journal.records[1].outcome is outcome
    assert journal.records[1].error == error.__name__
    assert journal.records[1].attempts == (outcome is not WriteOutcome.NOT_SENT)


async def test_several_attempts_are_one_write_with_as_many_requests_as_were_sent(
    httpx_mock: HTTPXMock,
) -> None:
    play(httpx_mock, answers(429), raises(httpx.ConnectError), succeeds(**{"Request-Id": "last"}))
    journal = ListJournal()

    async with virtual_client(journal=journal) as mews:
        await pay(mews)

    [_, after] = journal.records
    assert (after.outcome, after.attempts, after.request_id) == (WriteOutcome.DONE, 2, "last")


async def test_a_write_that_never_had_its_turn_was_not_sent(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, succeeds())
    journal = ListJournal()
    async with virtual_client(rate_limit=RateLimit(1, 400), journal=journal) as mews:
        await pay(mews)
        with pytest.raises(errors.DeadlineExceededError):
            await pay(mews)

    assert [it.outcome for it in journal.records[2:]] == [None, WriteOutcome.NOT_SENT]


@pytest.mark.parametrize("call", [read_page, read_plain])
async def test_a_read_is_not_journaled(httpx_mock: HTTPXMock, call: CallOf) -> None:
    play(httpx_mock, succeeds())
    journal = ListJournal()

    async with virtual_client(journal=journal) as mews:
        await call(mews)

    assert journal.records == []


async def test_a_raw_call_is_journaled_alike(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, succeeds())
    journal = ListJournal()

    async with virtual_client(journal=journal) as mews:
        await write_plain(mews)

    assert [it.operation for it in journal.records] == ["payments/addExternal"] * 2
    assert journal.records[0].ids == (("AccountId", ACCOUNT),)


async def test_what_is_refused_here_leaves_no_record() -> None:
    journal = ListJournal()

    async with virtual_client(journal=journal) as mews:
        with pytest.raises(errors.InvalidRequestError):
            await mews.call("payments/addExternal", {"Amount": 12.30})

    assert journal.records == []


async def test_a_view_may_have_another_journal_or_none(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, succeeds(), succeeds())
    of_client, of_view = ListJournal(), ListJournal()

    async with virtual_client(journal=of_client) as mews:
        await pay(mews.with_options(journal=of_view))
        await pay(mews.with_options(journal=None))

    assert (len(of_client.records), len(of_view.records)) == (0, 2)


async def test_without_the_first_record_nothing_is_sent(httpx_mock: HTTPXMock) -> None:
    events: list[Event] = []

    async with virtual_client(journal=BrokenJournal(takes=0), on_event=events.append) as mews:
        with pytest.raises(errors.JournalError, match="nothing was sent") as raised:
            await pay(mews)

    assert isinstance(raised.value.__cause__, OSError)
    assert raised.value.operation == "payments/addExternal"
    assert httpx_mock.get_requests() == []
    [told] = events
    assert isinstance(told, CallEvent)
    assert (told.attempts, told.error) == (0, "JournalError")


@pytest.mark.parametrize(
    ("behaviour", "outcome"),
    [
        (succeeds(**{"Request-Id": "7f3a"}), "done"),
        (answers(403, headers={"Request-Id": "7f3a"}), "refused"),
        (answers(500, headers={"Request-Id": "7f3a"}), "unknown"),
    ],
)
async def test_without_the_second_record_the_outcome_is_not_lost(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture, behaviour: Behaviour, outcome: str
) -> None:
    # Given a journal that breaks after the record before the write
    play(httpx_mock, behaviour)
    journal = BrokenJournal(takes=1)

    # When
    async with virtual_client(journal=journal, retry=ONE_ATTEMPT) as mews:
        try:
            await pay(mews)
            raised = "done"
        except errors.OutcomeUnknownError:
            raised = "unknown"
        except errors.BusinessRuleError:
            raised = "refused"

    # Then the caller gets the outcome all the same, and the log what the journal should have had
    assert raised == outcome
    [told] = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert told.name == "mews_connector"
    for part in (str(journal.records[0].call_id), f'"outcome":"{outcome}"', "7f3a", "12.30"):
        assert part in told.getMessage()


async def test_a_journal_that_hangs_holds_nobody_up_for_long(
    httpx_mock: HTTPXMock, caplog: pytest.LogCaptureFixture
) -> None:
    async with virtual_client(journal=SlowJournal(seconds=1e6)) as mews:
        with pytest.raises(errors.JournalError):
            await pay(mews)
    assert asyncio.get_running_loop().time() == 10.0
    assert httpx_mock.get_requests() == []

    class HangsAfterwards(SlowJournal):
        async def write(self, record: JournalRecord) -> None:
            if record.outcome is not None:
                await super().write(record)

    play(httpx_mock, succeeds())
    async with virtual_client(journal=HangsAfterwards(seconds=1e6)) as mews:
        await pay(mews)
    assert asyncio.get_running_loop().time() == 20.0
    assert '"outcome":"done"' in caplog.text


@pytest.mark.parametrize("at_wakening", [False, True])
async def test_wherever_a_write_is_cancelled_both_records_are_there_and_true(
    httpx_mock: HTTPXMock, *, at_wakening: bool
) -> None:
    httpx_mock.add_callback(_after_a_second, is_reusable=True)
    at = 0
    heard = True
    outcomes: list[WriteOutcome | None] = []
    while heard:
        # Given
        at += 1
        journal = SlowJournal()
        before = len(httpx_mock.get_requests())

        # When
        async with virtual_client(journal=journal) as mews:
            heard = await interrupted(pay(mews), at, at_wakening=at_wakening)

        # Then
        sent = len(httpx_mock.get_requests()) - before
        assert len(journal.records) in (0, 2)
        for record in journal.records[1:]:
            outcomes.append(record.outcome)
            assert (record.outcome is WriteOutcome.NOT_SENT) == (not sent)
    assert set(outcomes) == {WriteOutcome.NOT_SENT, WriteOutcome.UNKNOWN, WriteOutcome.DONE}


async def _after_a_second(_: httpx.Request) -> httpx.Response:
    await asyncio.sleep(1)
    return httpx.Response(200, json={"ExternalPaymentId": str(ACCOUNT)})


async def test_a_cancellation_while_it_waits_to_try_again_leaves_no_doubt(
    httpx_mock: HTTPXMock,
) -> None:
    play(httpx_mock, answers(429, headers={"Retry-After": "10"}))
    journal = ListJournal()

    async with virtual_client(journal=journal) as mews:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(5):
                await pay(mews)

    assert journal.records[1].outcome is WriteOutcome.REFUSED
    assert journal.records[1].error == "CancelledError"


async def test_no_two_writes_have_the_same_call_id(httpx_mock: HTTPXMock) -> None:
    play(httpx_mock, *[succeeds()] * 3)
    journal = SlowJournal()

    async with virtual_client(journal=journal) as mews:
        await asyncio.gather(write(mews), write(mews), write(mews))

    ids = [record.call_id for record in journal.records]
    assert sorted(ids.count(each) for each in set(ids)) == [2, 2, 2]


@pytest.mark.parametrize("journal", [5, ListJournal, object()])
async def test_what_is_no_journal_is_refused(journal: object) -> None:
    with pytest.raises(errors.ConfigurationError, match="journal"):
        virtual_client(journal=journal)
