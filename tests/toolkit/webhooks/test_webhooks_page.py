"""docs/webhooks.md: its examples run, and what it says of events is what is read."""

from __future__ import annotations

import inspect
import json
import logging
import re
import textwrap
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from redis.asyncio import Redis

from mews_toolkit import webhooks
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from mews_toolkit.webhooks import Duplicates, EntityEvent, MemoryWaiting
from support.pages_of_docs import python_blocks
from support.readme import ROOT
from support.redis_server import RedisServer
from support.sandboxes import sandbox_client
from support.type_checker import complaints

PAGE = (ROOT / "docs" / "webhooks.md").read_text(encoding="utf-8")
RECEIVE, READ, SHARED = python_blocks("webhooks.md")
SECRET = "the token in the address"

AROUND = """
from uuid import UUID

from mews_connector import MewsClient, models
{heading}

async def snippet({given}) -> dict[str, object]:
{body}
    return dict(locals())
"""


def module(*examples: str, heading: str = "", given: str) -> str:
    body = textwrap.indent("\n".join(examples).rstrip(), "    ")
    return AROUND.format(heading=heading, given=given, body=body)


LOCAL = module(RECEIVE, READ, given="mews: MewsClient, secret: str")
# Its `redis` is a parameter, so what it annotates with has to be there before.
REMOTE = module(SHARED, heading="from redis.asyncio import Redis\n", given='redis: "Redis"')


async def variables(source: str, *arguments: object) -> dict[str, Any]:
    namespace: dict[str, Any] = {"__name__": "page"}
    exec(compile(source, "page", "exec"), namespace)  # noqa: S102 - our own page
    made: dict[str, Any] = await namespace["snippet"](*arguments)
    return made


def message(*ids: UUID, kind: str = "PaymentUpdated") -> bytes:
    events = [{"Discriminator": kind, "Value": {"Id": str(it)}} for it in ids]
    about = {"EnterpriseId": str(UUID(int=1)), "IntegrationId": str(UUID(int=2))}
    return json.dumps(about | {"Events": events}).encode()


@asynccontextmanager
async def page() -> AsyncGenerator[tuple[dict[str, Any], Sandbox]]:
    """What the examples make, and the sandbox that their client calls."""
    sandbox = Sandbox(payments=20, limit=None)
    with serve_in_thread(sandbox) as server:
        async with sandbox_client(server) as mews:
            yield await variables(LOCAL, mews, SECRET), sandbox


def test_the_examples_pass_the_type_checker(tmp_path: Path) -> None:
    files = [tmp_path / "local.py", tmp_path / "remote.py"]
    for file, source in zip(files, (LOCAL, REMOTE), strict=True):
        file.write_text(source, encoding="utf-8")

    assert complaints(*files) == []


async def test_what_is_received_is_read_once() -> None:
    async with page() as (it, sandbox):
        ids = [row.id for row in sandbox.payments][:3]

        answers = [await it["receive"](SECRET, message(*ids, ids[0])) for _ in range(2)]
        await it["work"]()

        assert answers == [204, 204]
        assert set(it["states"]) == set(ids)
        # and then the same message is news again
        assert await it["receive"](SECRET, message(*ids)) == 204
        assert it["queue"].qsize() == 3


async def test_strangers_and_strange_bodies_are_refused(caplog: pytest.LogCaptureFixture) -> None:
    async with page() as (it, _):
        assert await it["receive"]("a guess", message(UUID(int=3))) == 403
        assert await it["receive"]("žluťoučký", message(UUID(int=3))) == 403
        assert await it["receive"](SECRET, b"{}") == 400

        assert it["queue"].empty()
        assert "$.EnterpriseId" in caplog.text


async def test_what_the_queue_has_no_room_for_is_refused_and_passes_later() -> None:
    async with page() as (it, _):
        ids = [UUID(int=number) for number in range(10_001)]

        assert await it["receive"](SECRET, message(*ids)) == 503

        while not it["queue"].empty():
            it["queue"].get_nowait()
        assert await it["receive"](SECRET, message(ids[-1])) == 204
        assert it["queue"].qsize() == 1


async def test_unknown_events_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "webhooks")
    async with page() as (it, _):
        await it["receive"](SECRET, message(UUID(int=3), kind="BillClosed"))
        await it["work"]()

    assert "unknown: BillClosed" in caplog.text


async def test_the_store_in_redis_does_what_a_store_has_to(tmp_path: Path) -> None:
    # given the store of the page, as two processes have it
    server = RedisServer(tmp_path)
    server.start()
    try:
        async with Redis(port=server.port) as redis:
            here = (await variables(REMOTE, redis))["shared"]
            there = (await variables(REMOTE, redis))["shared"]
            events = webhooks.parse(message(UUID(int=3), UUID(int=4)))

            # when, then
            async with here.removed(events[:1]) as fresh:
                assert fresh == events[:1]
            async with there.removed(events) as fresh:
                assert fresh == events[1:]
            await there.taken(events[0])
            async with here.removed(events) as fresh:
                assert fresh == events[:1]
            keys: list[Any] = await redis.keys()  # pyright: ignore[reportUnknownMemberType] - untyped
            assert len(keys) == 2
            assert all([0 < await redis.pttl(key) <= 60_000 for key in keys])
    finally:
        server.stop()


def test_the_events_are_those_that_have_types() -> None:
    table = PAGE.split("\n| Event |", 1)[1].split("\n\n", 1)[0]
    named = {
        name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])
    }
    types = {name for name in webhooks.__all__ if _is_event(getattr(webhooks, name))}

    assert named == types


def _is_event(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, EntityEvent) and value is not EntityEvent


def test_the_defaults_are_as_told() -> None:
    limit = inspect.signature(MemoryWaiting).parameters["limit"].default
    lease = inspect.signature(Duplicates).parameters["lease"].default

    assert "More than `limit` events wait, 10,000 by default" in PAGE
    assert "`lease`, one minute by default" in PAGE
    assert (limit, lease) == (10_000, timedelta(minutes=1))
