"""docs/workflows/ensure_external_payment.md is true."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mews_toolkit.sandbox import Sandbox, serve_in_thread
from mews_toolkit.workflows import EnsuredPayment, Settle
from support.lossy_sandbox import ids_under
from support.pages_of_docs import DOCS, as_modules
from support.sandboxes import sandbox_client

PAGE = "workflows/ensure_external_payment.md"
[MODULE] = as_modules(PAGE)


async def test_its_snippet_can_be_run_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    sandbox = Sandbox(payments=0)
    module: dict[str, Any] = {}
    exec(compile(MODULE, PAGE, "exec"), module)  # noqa: S102 - our own page

    with serve_in_thread(sandbox) as server:
        async with sandbox_client(server) as mews:
            # It does without an interval and without a card.
            given = [await module["snippet"](mews, None, sandbox.customer().id, None) for _ in "12"]

    ensured: list[EnsuredPayment] = [it["ensured"] for it in given]
    assert [it.found for it in ensured] == [False, True]
    assert [ensured[0].payment.id] == ids_under(sandbox, "till-7/000125")
    assert capsys.readouterr().out.count("was added") == 1


def test_the_defaults_that_it_names_are_those() -> None:
    page = (DOCS / PAGE).read_text(encoding="utf-8")

    settle = Settle()
    minutes = {
        name: getattr(settle, name).total_seconds() / 60 for name in ("server_limit", "lease")
    }
    for name, value in minutes.items():
        assert f"| `{name}` | {value:g} minutes |" in page
    assert f"| `read_lag` | {settle.read_lag.total_seconds():g} seconds |" in page
    assert f"| `posts` | {settle.posts} |" in page
