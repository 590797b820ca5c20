"""The Python of every page in docs/ runs, here or in a test of the page's own."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from mews_connector import MewsClient, models
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox, serve_in_thread
from support.pages_of_docs import as_modules, pages, python_blocks
from support.readme import ROOT
from support.type_checker import complaints

# Of these more is told than that they run. Any other page is run here.
ELSEWHERE = {
    "backend.md": "tests/examples/test_backend_page.py",
    "explanation/*.md": "tests/test_explanations.py",
    "export.md": "tests/toolkit/export/test_page.py",
    "how-to/*.md": "tests/docs/test_sessions.py",
    "observability.md": "tests/test_observability_page.py",
    "testing.md": "tests/plugin/test_page.py",
    "tutorial.md": "tests/docs/test_sessions.py",
    "webhooks.md": "tests/toolkit/webhooks/test_webhooks_page.py",
}


def elsewhere(page: str) -> str | None:
    """The test that runs what the page shows, if there is one of its own."""
    return next((test for pages_, test in ELSEWHERE.items() if fnmatch(page, pages_)), None)


SHOWN = {page: blocks for page in pages() if (blocks := python_blocks(page))}
MODULES = {
    f"{page.removesuffix('.md').replace('/', '_').replace('-', '_')}_{number}": module
    for page in SHOWN
    if elsewhere(page) is None
    for number, module in enumerate(as_modules(page), start=1)
}
CHECKS: dict[str, Callable[[Any], object]] = {
    "workflows_money_1": lambda it: it["payment"].amount.gross_value == -18,
    "workflows_money_2": lambda it: it["taken"].currency == "GBP" and it["given_back"],
    "workflows_charge_card_1": lambda it: it["charged"].succeeded,
    "workflows_charge_card_2": lambda it: (
        [row.id for row in it["ours"]] == [it["charged"].payment.id]
    ),
    "workflows_refund_1": lambda it: it["refunded"].succeeded,
    "workflows_wait_for_payment_1": lambda it: not it["awaited"].reached,
    "workflows_close_bill_1": lambda it: it["closed"].closed_here,
    "workflows_reconcile_1": lambda it: it["result"].received["GBP"] > 0 and len(it["rows"]) > 10,
}


def test_the_snippets_pass_the_type_checker(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.py" for name in MODULES]
    for module, file in zip(MODULES.values(), files, strict=True):
        file.write_text(module, encoding="utf-8")

    assert complaints(*files) == []


@pytest.mark.parametrize("name", MODULES)
def test_a_snippet_runs(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Some write a file.
    monkeypatch.chdir(tmp_path)

    variables = run(name, monkeypatch)

    check = CHECKS.get(name)
    assert check is None or check(variables)


def run(name: str, environment: pytest.MonkeyPatch) -> dict[str, Any]:
    """The variables that a snippet leaves behind."""
    names: dict[str, Any] = {"__name__": "__main__"}
    sandbox = Sandbox(payments=600, limit=None)
    with serve_in_thread(sandbox) as server:
        environment.setenv("MEWS_ENVIRONMENT", server.url)
        environment.setenv("MEWS_CLIENT_TOKEN", CLIENT_TOKEN)
        environment.setenv("MEWS_ACCESS_TOKEN", ACCESS_TOKEN)
        environment.setenv("MEWS_CLIENT", "Reader 1.0.0")
        exec(compile(MODULES[name], name, "exec"), names)  # noqa: S102 - our own page
        return asyncio.run(called(names["snippet"], sandbox)) if "snippet" in names else names


async def called(snippet: Callable[..., Awaitable[dict[str, Any]]], sandbox: Sandbox) -> Any:
    now = datetime.now(UTC)
    created = models.TimeInterval(start_utc=now - timedelta(days=89), end_utc=now)
    async with MewsClient.from_env() as mews:
        return await snippet(mews, created, sandbox.customer().id, sandbox.credit_card().id)


def test_each_check_is_of_a_snippet() -> None:
    assert CHECKS.keys() <= MODULES.keys()


@pytest.mark.parametrize("page", [it for it in SHOWN if elsewhere(it)])
def test_a_page_that_is_not_run_here_is_named_by_a_test_that_runs_it(page: str) -> None:
    source = ast.parse((ROOT / str(elsewhere(page))).read_text(encoding="utf-8"))
    told = {it.value for it in ast.walk(source) if isinstance(it, ast.Constant)}

    folder, _, name = page.rpartition("/")
    assert {page, name, folder or name, f"{folder}/"} & told


@pytest.mark.parametrize("page", [it for it in SHOWN if elsewhere(it)])
def test_each_block_that_such_a_test_takes_by_name_is_used_by_it(page: str) -> None:
    source = ast.parse((ROOT / str(elsewhere(page))).read_text(encoding="utf-8"))
    names = [it for it in ast.walk(source) if isinstance(it, ast.Name)]
    taken = {
        it.id
        for node in ast.walk(source)
        if isinstance(node, ast.Assign) and is_reading(node.value)
        for target in node.targets
        for it in ast.walk(target)
        if isinstance(it, ast.Name)
    }

    assert taken <= {it.id for it in names if isinstance(it.ctx, ast.Load)}


def is_reading(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and ast.unparse(value.func) == "python_blocks"
