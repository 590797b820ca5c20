"""docs/export.md: its examples pass the type checker and run, and the tests it names are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from mews_connector import models
from mews_toolkit.export import columns_of
from mews_toolkit.sandbox import Sandbox, Server, serve_in_thread
from support.pages_of_docs import DOCS, as_modules
from support.sandboxes import sandbox_client
from support.type_checker import complaints

PAGE = (DOCS / "export.md").read_text(encoding="utf-8")
MODULES = as_modules("export.md")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[Server]:
    with serve_in_thread(Sandbox(payments=50, limit=None, now=lambda: NOW)) as server:
        yield server


def test_the_examples_pass_the_type_checker_and_a_wrong_filter_does_not(tmp_path: Path) -> None:
    files = [tmp_path / f"example_{number}.py" for number, _ in enumerate(MODULES)]
    for module, file in zip(MODULES, files, strict=True):
        file.write_text(module, encoding="utf-8")
    wrong = tmp_path / "wrong.py"
    wrong.write_text(MODULES[0].replace("created_utc=created", "created=created"))

    assert len(files) == 4
    assert {it.partition(":")[0] for it in complaints(*files, wrong)} == {"wrong.py"}


async def test_the_examples_run(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    first, again, each, watched = [await run(it, server) for it in MODULES]

    assert first["done"].rows == again["again"].rows == watched["shown"].rows > 5
    assert again["again"].new_rows == 0
    [of_a_hotel] = each["outcomes"].complete().values()
    assert of_a_hotel.file == tmp_path / "hotels.Riverside.jsonl"


def test_the_tests_that_it_names_are_there() -> None:
    here = "".join(it.read_text(encoding="utf-8") for it in Path(__file__).parent.glob("*.py"))

    names = re.findall(r"`(test_\w+)`", PAGE)
    assert names
    assert [it for it in names if f"def {it}(" not in here] == []


def test_objects_are_laid_out_down_to_the_third_level() -> None:
    assert max(len(it.path) for it in columns_of(models.Payment)) == 3
    assert "Amount.GrossValue" in {it.name for it in columns_of(models.Payment)}


async def run(module: str, server: Server) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(module, "export.md", "exec"), names)  # noqa: S102 - our own page
    created = models.TimeInterval(
        start_utc=datetime(2026, 6, 1, tzinfo=UTC), end_utc=datetime(2026, 11, 20, tzinfo=UTC)
    )
    async with sandbox_client(server) as mews:
        variables: dict[str, Any] = await names["snippet"](mews, created, uuid4(), uuid4())
    return variables
