"""docs/workflows/ensure_external_payment.md is true."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mews_toolkit.sandbox import Sandbox, serve_in_thread
from mews_toolkit.workflows import EnsuredPayment, Settle
from support.lossy_sandbox import ids_under
from support.sandboxes import sandbox_client
from support.type_checker import complaints
from support.workflow_docs import promised_tests, snippets

PAGE = "ensure_external_payment.md"


def test_its_snippets_pass_the_type_checker(tmp_path: Path) -> None:
    files: list[Path] = []
    for number, snippet in enumerate(snippets(PAGE)):
        files.append(tmp_path / f"snippet_{number}.py")
        files[-1].write_text(snippet, encoding="utf-8")

    assert complaints(*files) == []


async def test_its_snippet_can_be_run_again_and_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    sandbox = Sandbox(payments=0)
    [snippet] = snippets(PAGE)
    module: dict[str, Any] = {}
    exec(compile(snippet, PAGE, "exec"), module)  # noqa: S102 - of the project's own making

    with serve_in_thread(sandbox) as server:
        async with sandbox_client(server) as mews:
            given = [await module["snippet"](mews, sandbox.customer().id) for _ in range(2)]

    ensured: list[EnsuredPayment] = [it["ensured"] for it in given]
    assert [it.found for it in ensured] == [False, True]
    assert [ensured[0].payment.id] == ids_under(sandbox, "till-7/000125")
    assert capsys.readouterr().out.count("was added") == 1


def test_each_test_that_it_names_is_there() -> None:
    here = "".join(it.read_text(encoding="utf-8") for it in Path(__file__).parent.glob("test_*.py"))
    names = promised_tests(PAGE)

    assert names
    assert [name for name in names if f"def {name}(" not in here] == []


def test_the_defaults_that_it_names_are_those() -> None:
    page = (Path(__file__).parents[3] / "docs" / "workflows" / PAGE).read_text(encoding="utf-8")

    settle = Settle()
    minutes = {
        name: getattr(settle, name).total_seconds() / 60 for name in ("server_limit", "lease")
    }
    for name, value in minutes.items():
        assert f"| `{name}` | {value:g} minutes |" in page
    assert f"| `read_lag` | {settle.read_lag.total_seconds():g} seconds |" in page
    assert f"| `posts` | {settle.posts} |" in page
