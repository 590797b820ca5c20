"""What a test asserts about a sandbox, and what it is told where that does not hold."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import datetime
from decimal import Decimal

import httpx
import pytest

from mews_connector import MewsClient, RateLimit, RetryPolicy, errors, models
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Delay, InProcess, Reset, Sandbox

ADD = "payments/addExternal"


@pytest.fixture
async def mews(sandbox: Sandbox) -> AsyncGenerator[MewsClient]:
    async with httpx.AsyncClient(transport=InProcess(sandbox)) as carrier:
        yield MewsClient(
            environment="https://sandbox.test",
            client_token=CLIENT_TOKEN,
            access_token=ACCESS_TOKEN,
            client="Specification 1.0",
            retry=RetryPolicy(attempts=1),
            rate_limit=RateLimit(1_000_000),
            http_client=carrier,
        )


async def record(
    mews: MewsClient, sandbox: Sandbox, receipt: str, pounds: str = "18.00", currency: str = "GBP"
) -> None:
    await mews.payments.add_external(
        account_id=sandbox.customer().id,
        amount=models.AmountParameters(currency=currency, gross_value=Decimal(pounds)),
        type_=models.ExternalPaymentType.CASH,
        external_identifier=receipt,
    )


async def test_what_was_added_is_found_by_its_facts(mews: MewsClient, sandbox: Sandbox) -> None:
    await record(mews, sandbox, "a")
    await record(mews, sandbox, "b", "20")

    found = sandbox.payments.added(
        external_identifier="b", gross_value=Decimal(-20), type="ExternalPayment"
    )

    assert found is sandbox.payments.get(found.id)
    assert [it.id for it in sandbox.payments.additions].count(found.id) == 1
    assert len(sandbox.payments.additions) == 2
    sandbox.payments.not_added(external_identifier="c")
    sandbox.bills.not_added()


async def test_what_is_not_there_is_told_with_what_is(mews: MewsClient, sandbox: Sandbox) -> None:
    await record(mews, sandbox, "a")

    with pytest.raises(AssertionError) as failed:
        sandbox.payments.added(external_identifier="b")

    told = str(failed.value)
    assert told.startswith("Payment: 0 of the 1 added have external_identifier='b'. Added, newest")
    assert "external_identifier='a', id=" in told
    assert "gross_value=-18.00" in told


async def test_one_too_many_is_told(mews: MewsClient, sandbox: Sandbox) -> None:
    await record(mews, sandbox, "a")
    await record(mews, sandbox, "a")

    with pytest.raises(AssertionError, match="2 of the 2 added have external_identifier='a'"):
        sandbox.payments.added(external_identifier="a")
    with pytest.raises(AssertionError, match="Payment: 2 were added"):
        sandbox.payments.not_added()


def test_nothing_at_all_is_told(sandbox: Sandbox) -> None:
    with pytest.raises(
        AssertionError, match=r"^Payment: none was added, let alone with notes='x'\.$"
    ):
        sandbox.payments.added(notes="x")


def test_a_misspelt_fact_is_no_fact(sandbox: Sandbox) -> None:
    with pytest.raises(TypeError, match="Payment has no 'external_identifer'; did you mean 'exter"):
        sandbox.payments.not_added(external_identifer="a")
    # given rows that are made late
    with pytest.raises(TypeError, match="OutletBill has no 'numbr'"):
        sandbox.outlet_bills.not_added(numbr="1")


def test_what_could_never_hold_is_no_fact(sandbox: Sandbox) -> None:
    with pytest.raises(TypeError, match="gross_value is a Decimal or a text, never a float"):
        sandbox.payments.not_added(gross_value=-18.0)
    with pytest.raises(TypeError, match="created_utc must say its time zone"):
        sandbox.payments.not_added(created_utc=datetime(2026, 1, 1))
    # given what is only in lists, which are not looked into
    with pytest.raises(TypeError, match="Payment has no 'tax_rate_code'"):
        sandbox.payments.not_added(tax_rate_code=None)


async def test_ids_and_sums_may_be_texts(mews: MewsClient, sandbox: Sandbox) -> None:
    await record(mews, sandbox, "a")

    found = sandbox.payments.added(gross_value="-18", account_id=str(sandbox.customer().id))

    with pytest.raises(AssertionError):
        sandbox.payments.not_added(id=str(found.id))


async def test_a_change_is_no_addition(mews: MewsClient, sandbox: Sandbox) -> None:
    card = sandbox.credit_card()

    await mews.credit_cards.disable(credit_card_id=card.id)

    sandbox.credit_cards.not_added()


async def test_long_lists_are_told_in_part(mews: MewsClient, sandbox: Sandbox) -> None:
    for number in range(23):
        await record(mews, sandbox, f"{number}")

    with pytest.raises(AssertionError, match="and 3 older ones"):
        sandbox.payments.added(external_identifier="none")


async def test_calls_are_told_with_why_they_were_refused(
    mews: MewsClient, sandbox: Sandbox
) -> None:
    with pytest.raises(errors.BusinessRuleError):
        await record(mews, sandbox, "a", currency="CZK")

    assert (
        sandbox.calls.once(ADD).refusal == "Invalid identifier: the property does not accept CZK."
    )
    with pytest.raises(AssertionError) as failed:
        sandbox.calls.once("payments/refund")
    assert f"{ADD} -> 403: Invalid identifier: the property does not" in str(failed.value)
    with pytest.raises(
        AssertionError, match=r"^payments/addExternal was called\. The sandbox was called"
    ):
        sandbox.calls.never(ADD)
    sandbox.calls.never("payments/refund")
    with pytest.raises(ValueError, match="no operation"):
        sandbox.calls.never("payments/refunds")


async def test_one_line_plans_a_fault(mews: MewsClient, sandbox: Sandbox) -> None:
    sandbox.fail_next(ADD, after_commit=True)

    with pytest.raises(errors.OutcomeUnknownError):
        await record(mews, sandbox, "a")
    await record(mews, sandbox, "b")

    assert len(sandbox.payments.additions) == 2
    assert [it.status for it in sandbox.calls.to(ADD)] == [500, 200]


async def test_the_fault_may_be_of_any_kind(mews: MewsClient, sandbox: Sandbox) -> None:
    sandbox.fail_next(ADD, Reset(), after_commit=True)
    with pytest.raises(errors.OutcomeUnknownError):
        await record(mews, sandbox, "a")
    sandbox.payments.added(external_identifier="a")

    sandbox.fail_next("*", 503, times=2)
    for _ in range(2):
        with pytest.raises(errors.ServerError):
            await mews.configuration.get()

    # a fault's own word counts unless it is told otherwise
    sandbox.fail_next(ADD, Delay(0, after_commit=True))
    assert sandbox.faults.take(ADD) == Delay(0, after_commit=True)


async def test_starting_anew_forgets_what_was_added(mews: MewsClient, sandbox: Sandbox) -> None:
    await record(mews, sandbox, "a")

    sandbox.reset()

    sandbox.payments.not_added()
    sandbox.calls.never(ADD)
