"""docs/observability.md: its examples run, and its tables say what the code says."""

from __future__ import annotations

import asyncio
import importlib.util
import inspect
import json
import logging
import re
import textwrap
from collections.abc import Generator
from pathlib import Path
from typing import Any

import attrs
import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader

from mews_connector import AttemptEvent, CallEvent, MewsClient, WriteOutcome
from mews_toolkit.observability import CallRecorder, OpenTelemetry
from mews_toolkit.sandbox import Sandbox, serve_in_thread
from support.pages_of_docs import python_blocks
from support.readme import ROOT
from support.sandboxes import sandbox_client
from support.type_checker import complaints

PAGE = (ROOT / "docs" / "observability.md").read_text(encoding="utf-8")
JOURNAL, UNFINISHED, TRACED, RECORDED, STRUCTURED = python_blocks("observability.md")
EXAMPLES = (JOURNAL, UNFINISHED, TRACED, RECORDED, STRUCTURED)

AROUND = """
from uuid import UUID

from mews_connector import MewsClient


async def example(mews: MewsClient, account_id: UUID) -> dict[str, object]:
{body}
    return dict(locals())
"""


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Generator[None]:
    logger = logging.getLogger("mews_connector")
    handlers, level = list(logger.handlers), logger.level
    yield
    logger.handlers[:] = handlers
    logger.setLevel(level)


def as_module(*examples: str) -> str:
    return AROUND.format(body=textwrap.indent("".join(examples).rstrip(), "    "))


def run(folder: Path, *examples: str) -> dict[str, Any]:
    """Runs the examples one after the other against a sandbox, and gives their variables."""
    file = folder / "example.py"
    file.write_text(as_module(*examples), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("example", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sandbox = Sandbox(payments=0)

    async def tried() -> dict[str, Any]:
        async with sandbox_client(server) as mews:
            variables: dict[str, Any] = await module.example(mews, sandbox.customer().id)
            return variables

    with serve_in_thread(sandbox) as server:
        return asyncio.run(tried())


def table(first_heading: str) -> list[list[str]]:
    rows = PAGE.split(f"\n| {first_heading} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def names(cell: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", cell))


def test_the_examples_pass_the_type_checker(tmp_path: Path) -> None:
    files = [tmp_path / f"example_{number}.py" for number in range(len(EXAMPLES))]
    for file, example in zip(files, EXAMPLES, strict=True):
        file.write_text(as_module(example), encoding="utf-8")

    assert complaints(*files) == []


def test_the_journal_of_the_example_is_as_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    [shown] = re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)

    variables = run(tmp_path, JOURNAL, UNFINISHED)

    written = [json.loads(line) for line in Path("journal.jsonl").read_text().splitlines()]
    assert [line["outcome"] for line in written] == [None, "done"]
    expected = json.loads(shown)
    assert list(written[1]) == list(expected)
    for name in ("operation", "external_identifiers", "amounts", "outcome", "attempts", "error"):
        assert written[1][name] == expected[name]
    assert variables["to_look_up"] == []


def test_writes_that_are_to_be_looked_up_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [
        '{"call_id": "done", "outcome": null}',
        '{"call_id": "killed", "outcome": null}',
        '{"call_id": "unknown", "outcome": null}',
        '{"call_id": "done", "outcome": "done"}',
        '{"call_id": "cut',
        '{"call_id": "unknown", "outcome": "unknown"}',
    ]
    Path("journal.jsonl").write_text("\n".join(lines))

    variables = run(tmp_path, UNFINISHED)

    assert [it["call_id"] for it in variables["to_look_up"]] == ["killed", "unknown"]


def test_the_recorder_of_the_example_prints_its_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tmp_path, TRACED, RECORDED)

    assert "| `configuration/get` | 1 | 1 | ok: 1 |" in capsys.readouterr().out


def test_the_structured_log_of_the_example_is_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tmp_path, STRUCTURED)

    attempt, call = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert attempt["level"] == call["level"] == "debug"
    assert (attempt["mews_operation"], attempt["mews_attempt"]) == ("configuration/get", 1)
    assert (call["mews_attempts"], call["mews_status"], call["mews_error"]) == (1, 200, None)


def test_the_fields_of_records_are_those_of_the_events() -> None:
    told = {name: set(on.split()) for cell, on, _ in table("Field") for name in names(cell)}
    both = {"attempt", "call"}
    expected = {"mews_event": both}
    for event, kind in ((AttemptEvent, "attempt"), (CallEvent, "call")):
        for it in attrs.fields(event):
            expected.setdefault(f"mews_{it.name}", set()).add(kind)

    assert {name: both if on == {"both"} else on for name, on in told.items()} == expected


def test_the_outcomes_of_writes_are_those_of_the_journal() -> None:
    assert [names(row[0]) for row in table("`outcome`")] == [{str(it)} for it in WriteOutcome]


def test_the_figures_are_those_that_are_counted() -> None:
    reader = InMemoryMetricReader()
    observer = OpenTelemetry(meter_provider=MeterProvider(metric_readers=[reader]))
    made = {it.name for it in vars(observer).values() if hasattr(it, "name")}

    assert {name for row in table("Figure") for name in names(row[0])} == made


@pytest.mark.parametrize("keyword", ["journal", "observer", "on_event"])
def test_the_keywords_are_those_of_a_client(keyword: str) -> None:
    assert f"`{keyword}=`" in PAGE
    assert keyword in inspect.signature(MewsClient.__init__).parameters


def test_the_number_of_ids_that_are_kept_is_true() -> None:
    default = inspect.signature(CallRecorder).parameters["request_ids"].default

    assert f"the ids of the last {default} requests" in PAGE
