"""What a type checker knows about code as users write it, and that it is so when it runs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, assert_type
from uuid import UUID

import pytest

from mews_connector import Environment, Event, MewsClient, Page, Paginator, errors, models
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox, Server, serve_in_thread


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve_in_thread(Sandbox(payments=50)) as server:
        yield server


@pytest.fixture
async def mews(server: Server) -> AsyncIterator[MewsClient]:
    async with MewsClient(
        environment=server.url,
        client_token=CLIENT_TOKEN,
        access_token=ACCESS_TOKEN,
        client="User 1.0.0",
    ) as mews:
        assert_type(mews, MewsClient)
        yield mews


@pytest.fixture
def created() -> models.TimeInterval:
    end = datetime.now(UTC)
    return models.TimeInterval(start_utc=end - timedelta(days=89), end_utc=end)


@pytest.fixture
def account_id(server: Server) -> UUID:
    return server.sandbox.customer().id


async def test_a_paginator_gives_rows(mews: MewsClient, created: models.TimeInterval) -> None:
    payments = mews.payments.get_all(created_utc=created)

    assert_type(payments, Paginator[models.Payment, models.PaymentsGetAllResult])
    async for payment in payments:
        assert_type(payment, models.Payment)
        assert isinstance(payment, models.Payment)
    assert_type(await payments.collect(limit=3), list[models.Payment])


async def test_a_paginator_gives_pages(mews: MewsClient, created: models.TimeInterval) -> None:
    payments = mews.payments.get_all(created_utc=created, page_size=20, prefetch=True)

    async for page in payments.pages():
        assert_type(page, Page[models.Payment, models.PaymentsGetAllResult])
        assert_type(page.items, list[models.Payment])
        assert_type(page.cursor, UUID | None)
        assert_type(page.number, int)
        assert_type(page.request_id, str | None)
        assert_type(page.result, models.PaymentsGetAllResult)
        assert isinstance(page.result, models.PaymentsGetAllResult)
    assert_type(await payments.first_page(), Page[models.Payment, models.PaymentsGetAllResult])


async def test_a_row_has_exact_types(mews: MewsClient, created: models.TimeInterval) -> None:
    [payment] = await mews.payments.get_all(created_utc=created).collect(limit=1)

    assert_type(payment.id, UUID)
    assert_type(payment.created_utc, datetime)
    assert_type(payment.amount.gross_value, Decimal)
    assert_type(payment.amount.net_value, Decimal | None)
    assert_type(payment.bill_id, UUID | None)
    assert_type(payment.type_, models.PaymentType | None)
    assert isinstance(payment.id, UUID)
    assert isinstance(payment.created_utc, datetime)
    assert isinstance(payment.amount.gross_value, Decimal)


async def test_an_enum_is_open_and_still_a_text(
    mews: MewsClient, created: models.TimeInterval
) -> None:
    [payment] = await mews.payments.get_all(created_utc=created).collect(limit=1)
    unheard_of = models.PaymentState("Frozen")

    assert_type(payment.state, models.PaymentState)
    assert_type(unheard_of, models.PaymentState)
    assert_type(payment.state.is_known, bool)
    as_text: str = payment.state
    assert isinstance(payment.state, models.PaymentState)
    assert as_text == payment.state.value
    assert (unheard_of.is_known, unheard_of) == (False, "Frozen")


async def test_a_write_gives_its_own_result(mews: MewsClient, account_id: UUID) -> None:
    added = await mews.payments.add_external(
        account_id=account_id,
        amount=models.AmountParameters(currency="GBP", gross_value=Decimal("12.30")),
        type_=models.ExternalPaymentType.CASH,
    )

    assert_type(added, models.PaymentsAddExternalResult)
    assert_type(added.external_payment_id, UUID | None)
    assert isinstance(added.external_payment_id, UUID)


async def test_a_single_read_gives_its_own_result(mews: MewsClient) -> None:
    configuration = await mews.configuration.get()

    assert_type(configuration, models.ConfigurationGetResult)
    assert_type(configuration.enterprise.currencies, list[models.AcceptedCurrency])
    assert_type(await mews.call("configuration/get", kind="read"), Any)


async def test_a_view_is_a_client(mews: MewsClient) -> None:
    seen: list[Event] = []
    view = mews.with_options(timeout=5, on_event=seen.append)

    assert_type(view, MewsClient)
    assert_type(mews.for_enterprise(UUID(int=1)), MewsClient)
    await view.configuration.get()
    assert len(seen) == 2


async def test_the_environment_gives_a_client(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEWS_ENVIRONMENT", Environment.DEMO.value)
    for name in ("MEWS_CLIENT_TOKEN", "MEWS_ACCESS_TOKEN", "MEWS_CLIENT"):
        monkeypatch.setenv(name, "User 1.0.0")

    async with MewsClient.from_env(portfolio=True, max_concurrency=5) as mews:
        assert_type(mews, MewsClient)


async def test_an_error_tells_what_it_knows(mews: MewsClient) -> None:
    with pytest.raises(errors.BadRequestError) as caught:
        await mews.payments.refund(payment_id=UUID(int=1), account_id=UUID(int=2), reason="None")

    error = caught.value
    assert_type(error.status, int)
    assert_type(error.parameter, str | None)
    assert_type(error.request_id, str | None)
    assert_type(error.resume, str | None)
    assert (error.status, error.parameter) == (400, "PaymentId")


async def test_a_refused_request_lists_its_problems(mews: MewsClient) -> None:
    with pytest.raises(errors.InvalidRequestError) as caught:
        mews.payments.get_all()

    assert_type(caught.value.problems, tuple[str, ...])
    assert len(caught.value.problems) == 1
