"""docs/explanation: what its pages show is true, and passes the type checker."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mews_connector import AttemptEvent, RateLimit, errors, models
from mews_toolkit.sandbox import Sandbox, Status, serve_in_thread
from support.pages_of_docs import as_modules
from support.sandboxes import sandbox_client
from support.type_checker import complaints

PAGES = {
    name: as_modules(f"explanation/{name}.md")
    for name in ("limiter", "signs-and-amounts", "time-and-windows", "writes")
}


def test_the_snippets_pass_the_type_checker(tmp_path: Path) -> None:
    files: list[Path] = []
    for page, modules in PAGES.items():
        for number, module in enumerate(modules, start=1):
            files.append(tmp_path / f"{page.replace('-', '_')}_{number}.py")
            files[-1].write_text(module, encoding="utf-8")

    assert complaints(*files) == []


@pytest.mark.parametrize("page", PAGES)
async def test_a_page_is_true(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    sandbox = Sandbox(payments=600, limit=None)
    now = datetime.now(UTC)
    created = models.TimeInterval(start_utc=now - timedelta(days=89), end_utc=now)
    if page == "writes":
        sandbox.faults.add(Status(502, after_commit=True), operation="payments/addExternal")
        sandbox.faults.add(Status(502), operation="configuration/get")

    given: list[dict[str, Any]] = []
    with serve_in_thread(sandbox) as server:
        async with sandbox_client(server, rate_limit=RateLimit()) as mews:
            for module in PAGES[page]:
                namespace: dict[str, Any] = {"__name__": page}
                exec(compile(module, page, "exec"), namespace)  # noqa: S102 - our own page
                given.append(
                    await namespace["snippet"](
                        mews, created, sandbox.customer().id, sandbox.credit_card().id
                    )
                )

    CHECKS[page](given, capsys.readouterr().out)


def _limiter(given: list[dict[str, Any]], printed: str) -> None:
    assert (given[0]["at_sending"], given[0]["at_answering"]) == (282, 0)
    assert printed.splitlines()[1] == "199"
    assert 29 < float(printed.splitlines()[2]) < 30


def _signs(given: list[dict[str, Any]], printed: str) -> None:
    bill = given[0]
    assert bill["consumed"] > 0 > bill["paid"]
    assert bill["consumed"] + bill["paid"] == 0
    assert printed.splitlines()[1:] == [
        "False",
        "True",
        "10.00 10",
        "3",
        "value: 10.5 JPY is not a whole number of 1 JPY",
    ]


def _time(given: list[dict[str, Any]], printed: str) -> None:
    lines = printed.splitlines()
    assert lines[:3] == ["[24.0, 25.0, 24.0]", "True True", "True"]
    assert len(given[1]["whole"]) > 10
    assert len(given[2]["copy"]) > 10
    assert lines[3] == str(given[3]["final"])


def _writes(given: list[dict[str, Any]], printed: str) -> None:
    attempts: list[AttemptEvent] = given[0]["attempts"]
    told, listed, found = printed.splitlines()
    assert told.startswith("payments/addExternal: it may or may not have been carried out: ")
    assert listed == str(
        [
            ("payments/addExternal", 502),
            ("configuration/get", 502),
            ("configuration/get", 200),
        ]
    )
    assert [it.error for it in attempts] == [errors.ServerError.__name__] * 2 + [None]
    assert found == "True"


CHECKS: dict[str, Callable[[list[dict[str, Any]], str], None]] = {
    "limiter": _limiter,
    "signs-and-amounts": _signs,
    "time-and-windows": _time,
    "writes": _writes,
}
