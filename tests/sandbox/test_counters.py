"""The counters that number documents."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from mews_connector import models
from mews_toolkit.sandbox import Sandbox, Server
from support.documented_caller import DocumentedCaller, document
from support.sandboxes import sandbox_client

TYPES: list[str] = document()["components"]["schemas"]["CounterType"]["enum"]


@pytest.mark.parametrize("count", [1, 10, 1000])
def test_every_counter_is_listed_once_newest_first(
    portfolio: DocumentedCaller, sandbox: Sandbox, count: int
) -> None:
    listed = portfolio.drain("counters/getAll", "Counters", count)
    assert [it["Id"] for it in listed] == [str(it.id) for it in sandbox.store.counters]


def test_each_enterprise_has_a_default_counter_of_each_type(
    portfolio: DocumentedCaller, sandbox: Sandbox
) -> None:
    for enterprise in sandbox.enterprises:
        own = portfolio.drain("counters/getAll", "Counters", EnterpriseIds=[str(enterprise.id)])
        defaults = [it["Type"] for it in own if it["IsDefault"]]
        assert sorted(defaults) == sorted(set(TYPES) - {"Counter"})
        assert [it["Name"] for it in own if not it["IsDefault"]] == ["Events"]


def test_counters_are_written_in_every_form(sandbox: Sandbox) -> None:
    assert {it.format for it in sandbox.store.counters} > {None, "", "EVENT{0:0000}"}


@pytest.mark.parametrize("counter_type", TYPES)
def test_one_type_of_counters_can_be_wanted(api: DocumentedCaller, counter_type: str) -> None:
    listed = api.drain("counters/getAll", "Counters", Type=counter_type)
    found = {it["Type"] for it in listed}
    assert found == (set(TYPES) - {"Counter"} if counter_type == "Counter" else {counter_type})
    assert len(listed) == {"Counter": 13, "BillCounter": 2}.get(counter_type, 1)


def test_counters_can_be_narrowed(portfolio: DocumentedCaller, sandbox: Sandbox) -> None:
    counter = sandbox.store.counters[7]
    changed = {name: counter.updated_utc.isoformat() for name in ("StartUtc", "EndUtc")}
    filters: list[dict[str, Any]] = [
        {"CounterIds": [str(counter.id), str(uuid4())]},
        {"UpdatedUtc": changed, "EnterpriseIds": [str(counter.enterprise_id)]},
    ]
    for wanted in filters:
        listed = portfolio.drain("counters/getAll", "Counters", **wanted)
        assert [it["Id"] for it in listed] == [str(counter.id)]


async def test_the_client_reads_them(server: Server) -> None:
    async with sandbox_client(server) as mews:
        listed = await mews.counters.get_all(
            type_=models.CounterType.BILL_COUNTER, page_size=1
        ).collect()
    assert {(it.name, it.is_default) for it in listed} == {("Default", True), ("Events", False)}
