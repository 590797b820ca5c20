"""One client for many properties: what a portfolio token needs, said before anything is sent."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, errors, models
from mews_toolkit.sandbox import PORTFOLIO_ACCESS_TOKEN, Sandbox, serve_in_thread
from support.clients import url_of, virtual_client
from support.pages import ACCOUNT, page, payments
from support.sandboxes import sandbox_client

ON_VIRTUAL_TIME = pytest.mark.virtual_time
HERE = UUID("10d04000-0000-4000-8000-000000000001")
THERE = UUID("9a415000-0000-4000-8000-000000000002")
CASH = models.AmountParameters(currency="GBP", gross_value=Decimal("12.30"))

Send = Callable[..., Awaitable[object]]


async def add_external(mews: MewsClient, **keywords: Any) -> object:
    return await mews.payments.add_external(account_id=ACCOUNT, amount=CASH, **keywords)


async def refund(mews: MewsClient, **keywords: Any) -> object:
    return await mews.payments.refund(
        payment_id=ACCOUNT, account_id=ACCOUNT, reason="Cold breakfast", **keywords
    )


async def ask_for_payment(mews: MewsClient, **keywords: Any) -> object:
    asked = models.PaymentRequestParameters(
        account_id=ACCOUNT,
        amount=models.CurrencyValue(currency="GBP", value=Decimal(100)),
        type_=models.PaymentRequestType.PAYMENT,
        reason=models.PaymentRequestReason.DEPOSIT,
        expiration_utc=datetime(2027, 1, 1, tzinfo=UTC),
        description="Deposit",
    )
    return await mews.payment_requests.add(payment_requests=[asked], **keywords)


async def add_credit_card(mews: MewsClient) -> object:
    card = models.CreditCardParameters(
        type_=models.CreditCardPaymentCardType.VISA,
        number="411111******1111",
        expiration="2030-10",
        name="A. Guest",
    )
    with pytest.deprecated_call():
        call = mews.payments.add_credit_card(  # pyright: ignore[reportDeprecated] - it still works
            customer_id=ACCOUNT, amount=CASH, credit_card=card
        )
    return await call


async def cancel_requests(mews: MewsClient) -> object:
    return await mews.payment_requests.cancel(payment_request_ids=[ACCOUNT])


async def raw_write(mews: MewsClient, **values: Any) -> object:
    names = {"enterprise_id": "EnterpriseId"}
    return await mews.call("bills/close", {names[name]: it for name, it in values.items()})


def each(*sends: Send) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("send", sends, ids=lambda it: it.__name__)


@ON_VIRTUAL_TIME
@each(add_credit_card, cancel_requests)
async def test_an_operation_without_support_is_refused_and_not_sent(
    httpx_mock: HTTPXMock, send: Send
) -> None:
    async with virtual_client(portfolio=True) as mews:
        for client in (mews, mews.for_enterprise(HERE)):
            with pytest.raises(errors.InvalidRequestError, match="does not support portfolio"):
                await send(client)

    assert httpx_mock.get_requests() == []


@ON_VIRTUAL_TIME
@each(add_external, refund, ask_for_payment, raw_write)
async def test_a_write_that_names_no_enterprise_is_refused_and_not_sent(
    httpx_mock: HTTPXMock, send: Send
) -> None:
    async with virtual_client(portfolio=True) as mews:
        with pytest.raises(errors.InvalidRequestError, match="must say for which enterprise"):
            await send(mews)

    assert httpx_mock.get_requests() == []


@ON_VIRTUAL_TIME
async def test_naming_no_enterprise_in_so_many_words_is_naming_none() -> None:
    async with virtual_client(portfolio=True) as mews:
        nothings: list[dict[str, object]] = [{"EnterpriseId": None}, {"EnterpriseIds": []}]
        for nothing in nothings:
            with pytest.raises(errors.InvalidRequestError, match="must say for which enterprise"):
                await mews.call("bills/close", nothing)


@ON_VIRTUAL_TIME
@each(add_external, refund, ask_for_payment, raw_write)
async def test_a_write_that_names_its_enterprise_is_sent(httpx_mock: HTTPXMock, send: Send) -> None:
    httpx_mock.add_response(status_code=401)

    async with virtual_client(portfolio=True) as mews:
        with pytest.raises(errors.UnauthorizedError):
            await send(mews, enterprise_id=HERE)

    assert sent(httpx_mock)["EnterpriseId"] == str(HERE)


@ON_VIRTUAL_TIME
async def test_reads_of_the_whole_portfolio_need_no_enterprise(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(9))

    async with virtual_client(portfolio=True) as mews:
        await payments(mews).collect()

    assert "EnterpriseIds" not in sent(httpx_mock)


@ON_VIRTUAL_TIME
@each(add_external, refund, ask_for_payment)
async def test_a_view_fills_in_the_one_enterprise(httpx_mock: HTTPXMock, send: Send) -> None:
    httpx_mock.add_response(status_code=401)

    async with virtual_client(portfolio=True) as mews:
        with pytest.raises(errors.UnauthorizedError):
            await send(mews.for_enterprise(HERE))

    assert sent(httpx_mock)["EnterpriseId"] == str(HERE)


@ON_VIRTUAL_TIME
async def test_a_client_and_a_view_tell_what_they_are_about() -> None:
    async with virtual_client(portfolio=True) as mews:
        view = mews.for_enterprise(HERE)

        assert (mews.is_portfolio, mews.enterprise_id) == (True, None)
        assert (view.is_portfolio, view.enterprise_id) == (True, HERE)
        assert not virtual_client().is_portfolio


@ON_VIRTUAL_TIME
async def test_a_view_fills_in_the_list_of_enterprises(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(9))

    async with virtual_client(portfolio=True) as mews:
        await payments(mews.for_enterprise(HERE)).collect()

    assert sent(httpx_mock)["EnterpriseIds"] == [str(HERE)]


@ON_VIRTUAL_TIME
async def test_a_view_lets_its_own_enterprise_be_named(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(9))

    async with virtual_client(portfolio=True) as mews:
        await payments(mews.for_enterprise(HERE), enterprise_ids=[HERE]).collect()
        httpx_mock.add_response(json={})
        await mews.for_enterprise(HERE).call("bills/close", {"EnterpriseId": str(HERE).upper()})

    assert len(httpx_mock.get_requests()) == 2


async def read_payments(mews: MewsClient, **keywords: Any) -> object:
    return await payments(mews, **keywords).collect()


async def raw_read(mews: MewsClient, **keywords: Any) -> object:
    return await mews.call("bills/getAll", {"EnterpriseIds": keywords["enterprise_ids"]})


@ON_VIRTUAL_TIME
@pytest.mark.parametrize(
    ("send", "another"),
    [
        (add_external, {"enterprise_id": THERE}),
        (refund, {"enterprise_id": THERE}),
        (raw_write, {"enterprise_id": THERE}),
        (raw_write, {"enterprise_id": str(THERE)}),
        (read_payments, {"enterprise_ids": [THERE]}),
        (read_payments, {"enterprise_ids": [HERE, THERE]}),
        (raw_read, {"enterprise_ids": [str(HERE), str(THERE)]}),
    ],
)
async def test_a_view_refuses_another_enterprise(
    httpx_mock: HTTPXMock, send: Send, another: dict[str, Any]
) -> None:
    async with virtual_client(portfolio=True) as mews:
        with pytest.raises(errors.InvalidRequestError, match="differs from the enterprise of"):
            await send(mews.for_enterprise(HERE), **another)

    assert httpx_mock.get_requests() == []


@ON_VIRTUAL_TIME
async def test_a_raw_call_of_a_view_says_itself_how_it_names_the_enterprise() -> None:
    async with virtual_client(portfolio=True) as mews:
        with pytest.raises(errors.InvalidRequestError, match="say EnterpriseId or EnterpriseIds"):
            await mews.for_enterprise(HERE).call("bills/close", {"BillId": ACCOUNT})


@ON_VIRTUAL_TIME
async def test_views_share_one_window_and_one_pool(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(), url=url_of("payments/getAll"), is_reusable=True)

    async with virtual_client(portfolio=True) as mews:
        view = mews.for_enterprise(HERE)
        await payments(mews).collect()
        await payments(view).collect()

        assert view.limiter is mews.limiter
        assert mews.limiter.available == 198
        await view.aclose()
        await payments(mews).collect()
    with pytest.raises(errors.ConfigurationError, match="closed"):
        await payments(view).collect()


def sent(httpx_mock: HTTPXMock) -> dict[str, Any]:
    [request] = httpx_mock.get_requests()
    body: dict[str, Any] = json.loads(request.content)
    return body


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox(payments=200, limit=None)


@pytest.fixture
async def portfolio(sandbox: Sandbox) -> AsyncIterator[MewsClient]:
    with serve_in_thread(sandbox) as server:
        token = PORTFOLIO_ACCESS_TOKEN
        async with sandbox_client(server, access_token=token, portfolio=True) as mews:
            yield mews


async def test_the_properties_of_a_portfolio_are_read_one_by_one(
    sandbox: Sandbox, portfolio: MewsClient
) -> None:
    everywhere = {account.id for account in sandbox.accounts}
    properties = await portfolio.enterprises.get_all().collect()

    assert {it.id for it in properties} == {it.id for it in sandbox.enterprises}
    for each_property in properties:
        view = portfolio.for_enterprise(each_property.id)
        rows = await view.payments.get_all(account_ids=sorted(everywhere)[:100]).collect()
        assert {row.enterprise_id for row in rows} <= {each_property.id}
        assert (await view.configuration.get()).enterprise.id == each_property.id


async def test_a_payment_is_recorded_in_the_property_of_the_view(
    sandbox: Sandbox, portfolio: MewsClient
) -> None:
    added = await portfolio.for_enterprise(HERE).payments.add_external(
        account_id=sandbox.customer(HERE).id,
        amount=CASH,
        type_=models.ExternalPaymentType.CASH,
    )

    [recorded] = [it for it in sandbox.payments if it.id == added.external_payment_id]
    assert recorded.enterprise_id == HERE
