"""The outlets of each enterprise."""

from __future__ import annotations

from uuid import uuid4

import pytest

from mews_toolkit.sandbox import Sandbox, Server
from support.documented_caller import DocumentedCaller
from support.sandboxes import sandbox_client


@pytest.mark.parametrize("count", [1, 5, 1000])
def test_every_outlet_is_listed_once_newest_first(
    portfolio: DocumentedCaller, sandbox: Sandbox, count: int
) -> None:
    listed = portfolio.drain("outlets/getAll", "Outlets", count)
    assert [it["Id"] for it in listed] == [str(it.id) for it in sandbox.outlets]
    assert {it["EnterpriseId"] for it in listed} == {str(it.id) for it in sandbox.enterprises}


def test_an_outlet_that_is_no_longer_in_use_is_listed_too(api: DocumentedCaller) -> None:
    listed = api.drain("outlets/getAll", "Outlets")
    assert sorted(it["IsActive"] for it in listed) == [False, True, True, True]


def test_outlets_can_be_narrowed(portfolio: DocumentedCaller, sandbox: Sandbox) -> None:
    outlet = sandbox.outlets[4]
    changed = {name: outlet.updated_utc.isoformat() for name in ("StartUtc", "EndUtc")}
    for filters in ({"OutletIds": [str(outlet.id), str(uuid4())]}, {"UpdatedUtc": changed}):
        listed = portfolio.drain("outlets/getAll", "Outlets", **filters)
        assert [it["Id"] for it in listed] == [str(outlet.id)]

    elsewhere = [str(it.id) for it in sandbox.enterprises if it.id != outlet.enterprise_id]
    by_enterprise = portfolio.drain("outlets/getAll", "Outlets", EnterpriseIds=elsewhere)
    assert {it["EnterpriseId"] for it in by_enterprise} == set(elsewhere)
    assert not portfolio.drain(
        "outlets/getAll", "Outlets", EnterpriseIds=elsewhere, OutletIds=[str(outlet.id)]
    )


async def test_the_client_reads_them(server: Server, sandbox: Sandbox) -> None:
    async with sandbox_client(server) as mews:
        listed = await mews.outlets.get_all(page_size=2).collect()
    london = [it for it in sandbox.outlets if it.enterprise_id == sandbox.enterprises[0].id]
    assert [(it.id, it.name) for it in listed] == [(it.id, it.name) for it in london]
