"""What docs/workflows shows passes the type checker and runs against a sandbox, over a socket."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mews_connector import models
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.pages_of_docs import as_modules
from support.sandboxes import sandbox_client
from support.type_checker import complaints
from support.workflow_docs import promised_tests

PAGES = ["money", "charge_card", "refund", "wait_for_payment", "close_bill", "reconcile"]
MODULES = {
    f"{page}_{number}": module
    for page in PAGES
    for number, module in enumerate(as_modules(f"workflows/{page}.md"), start=1)
}


def test_every_page_shows_something() -> None:
    assert {name.rpartition("_")[0] for name in MODULES} == set(PAGES)


def test_the_examples_pass_the_type_checker(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.py" for name in MODULES]
    for module, file in zip(MODULES.values(), files, strict=True):
        file.write_text(module, encoding="utf-8")

    assert complaints(*files) == []


@pytest.mark.parametrize("page", PAGES)
def test_each_test_that_a_page_names_is_there(page: str) -> None:
    files = Path(__file__).parents[1].rglob("test_*.py")
    here = "".join(it.read_text(encoding="utf-8") for it in files)
    names = promised_tests(f"{page}.md")

    assert names
    assert [name for name in names if f"def {name}(" not in here] == []


@pytest.mark.parametrize("name", MODULES)
async def test_an_example_runs(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Some write a file.
    monkeypatch.chdir(tmp_path)
    variables = await run(name)

    check = CHECKS.get(name)
    assert check is None or check(variables)


CHECKS: dict[str, Callable[[Any], object]] = {
    "money_1": lambda it: it["payment"].amount.gross_value == -18,
    "money_2": lambda it: it["taken"].currency == "GBP" and it["given_back"],
    "charge_card_1": lambda it: it["charged"].succeeded,
    "charge_card_2": lambda it: [row.id for row in it["ours"]] == [it["charged"].payment.id],
    "refund_1": lambda it: it["refunded"].succeeded,
    "wait_for_payment_1": lambda it: not it["awaited"].reached,
    "close_bill_1": lambda it: it["closed"].closed_here,
    "reconcile_1": lambda it: it["result"].received["GBP"] > 0 and len(it["rows"]) > 10,
}


async def run(name: str) -> dict[str, Any]:
    namespace: dict[str, Any] = {"__name__": name}
    exec(compile(MODULES[name], name, "exec"), namespace)  # noqa: S102 - our own page
    sandbox = Sandbox(payments=600, limit=None)
    now = datetime.now(UTC)
    with serve_in_thread(sandbox) as server:
        async with sandbox_client(server) as mews:
            variables: dict[str, Any] = await namespace["snippet"](
                mews,
                models.TimeInterval(start_utc=now - timedelta(days=89), end_utc=now),
                sandbox.customer().id,
                sandbox.credit_card().id,
            )
    return variables
