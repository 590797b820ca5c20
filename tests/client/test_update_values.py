"""An update keeps what is left out, sets what has a value, and clears what has a value of null."""

import json
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from pytest_httpx import HTTPXMock

from mews_connector import errors, models
from support.clients import virtual_client

pytestmark = pytest.mark.virtual_time

ID = UUID("3fa85f64-5717-4562-b3fc-2c963f66afa6")
OTHER = UUID("4d0201db-36f5-428b-8d11-4f0a65e960cc")


async def sent_update(httpx_mock: HTTPXMock, **values: Any) -> dict[str, Any]:
    """What an update of one billing automation says about it, beside its id."""
    httpx_mock.add_response(json={"BillingAutomations": []})
    update = models.BillingAutomationUpdateParameters(billing_automation_id=ID, **values)
    async with virtual_client() as mews:
        await mews.billing_automations.update(billing_automation_updates=[update])
    [request] = httpx_mock.get_requests()
    [sent] = json.loads(request.content, parse_float=Decimal)["BillingAutomationUpdates"]
    assert sent.pop("BillingAutomationId") == str(ID)
    values_sent: dict[str, Any] = sent
    return values_sent


async def test_what_is_left_out_is_kept(httpx_mock: HTTPXMock) -> None:
    assert await sent_update(httpx_mock) == {}


async def test_a_value_is_set(httpx_mock: HTTPXMock) -> None:
    name = models.BillingAutomationNameUpdateValue(value="Company pays")

    assert await sent_update(httpx_mock, name=name) == {"Name": {"Value": "Company pays"}}


async def test_a_value_of_none_clears(httpx_mock: HTTPXMock) -> None:
    nothing = models.BillingAutomationDescriptionUpdateValue(value=None)

    assert await sent_update(httpx_mock, description=nothing) == {"Description": {"Value": None}}


def test_a_value_has_to_be_given_so_that_nothing_is_cleared_by_oversight() -> None:
    with pytest.raises(TypeError, match="value"):
        models.BillingAutomationNameUpdateValue()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue] - the mistake that is tested


async def test_what_cannot_be_cleared_is_refused(httpx_mock: HTTPXMock) -> None:
    nobody = models.IdUpdateValue(value=None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - the mistake that is tested
    update = models.BillUpdateParameters(bill_id=ID, account_id=nobody)

    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError) as caught:
            await mews.bills.update(bills_updates=[update])

    assert caught.value.problems == ("bills_updates[0].account_id.value is required",)
    assert httpx_mock.get_requests() == []


async def test_the_cap_of_a_list_that_is_set_is_checked(httpx_mock: HTTPXMock) -> None:
    both = models.AssociatedAccountIdsUpdateParameters(value=[ID, OTHER])
    update = models.BillUpdateParameters(bill_id=ID, associated_account_ids=both)

    async with virtual_client() as mews:
        with pytest.raises(errors.InvalidRequestError, match="at most 1 at a time, 2 were given"):
            await mews.bills.update(bills_updates=[update])

    assert httpx_mock.get_requests() == []
