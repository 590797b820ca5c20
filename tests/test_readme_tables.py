"""What README.md states in tables, numbers, commands and links is what the code says."""

from __future__ import annotations

import inspect
import json
import re
import tomllib
from datetime import date
from importlib import import_module
from operator import attrgetter
from pathlib import Path

import attrs
import pytest

from mews_connector import MewsClient, RateLimit, RedisRateWindow, RetryPolicy, errors
from mews_connector.api import Payments
from mews_runtime import Kind, PagedOperation
from mews_runtime import errors as runtime_errors
from mews_runtime._options import OptionChanges, Options
from mews_runtime._retry_table import RETRY_TABLE, Action, Outcome
from mews_toolkit import sandbox
from mews_toolkit.portfolio import Fleet
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox
from mews_toolkit.sandbox.card_outcomes import ENDINGS
from support.clients import virtual_client
from support.examples import OPERATIONS
from support.readme import ROOT, TEXT, shell_lines, table

DOCUMENT = json.loads((ROOT / "mews_connector" / "openapi.json").read_text(encoding="utf-8"))
API_STATE = date.fromisoformat(DOCUMENT["info"]["version"])
CLIENT = inspect.signature(MewsClient.__init__).parameters
FLEET = inspect.signature(Fleet).parameters
PAGE_SIZE = inspect.signature(Payments.get_all).parameters["page_size"].default

MOST_ROWS = vars(import_module("mews_runtime._session"))["_MOST_ROWS"]
REMEMBERED = vars(import_module("mews_runtime._paginator"))["_REMEMBERED"]
LIMIT = RateLimit()
TIMEOUT = Options().timeout
PAYMENTS = inspect.signature(Sandbox.__init__).parameters["payments"].default

VARIABLES = ["MEWS_ENVIRONMENT", "MEWS_CLIENT_TOKEN", "MEWS_ACCESS_TOKEN", "MEWS_CLIENT"]

OUTCOMES = {
    Outcome.NOT_SENT: "Nothing was sent",
    Outcome.RATE_LIMITED: "429",
    Outcome.TOO_HEAVY: "408",
    Outcome.SERVER_FAULT: "5xx",
    Outcome.LOST: "The answer was cut, reset or timed out",
    Outcome.REFUSED: "400, 401, 403, 404, 409, 413",
    Outcome.UNDOCUMENTED: "Any other error status",
    Outcome.UNREADABLE: "A success that cannot be read",
}
ACTIONS = {
    Action.RETRY: "is retried",
    Action.PAUSE_AND_RETRY: "is retried after a pause",
    Action.HALVE_AND_RETRY: "is retried with half the page size",
    Action.RAISE: "raises its error",
    Action.RAISE_UNKNOWN: "raises `OutcomeUnknownError",
}


def documented_commands() -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))


def code_in(sentence: str) -> set[str]:
    """The words marked as code in the sentence that begins like this."""
    return set(re.findall(r"`(\w+)`", TEXT.split(sentence, 1)[1].split(".", 1)[0]))


async def test_the_operations_are_those_of_the_document() -> None:
    listed = {row[0].split("`")[1]: row[1:] for row in table("Operation of the API")}

    assert {f"/api/connector/v1/{name}" for name in listed} == set(DOCUMENT["paths"])
    async with virtual_client() as mews:
        for method, *_ in listed.values():
            assert callable(attrgetter(method.removeprefix("mews."))(mews))


def test_the_table_of_operations_tells_what_the_operations_say() -> None:
    told = {row[0].split("`")[1]: row[2:] for row in table("Operation of the API")}
    portfolio = {"`enterprise_ids`": "MANY", "`enterprise_id`": "ONE", "not supported": "NONE"}

    for name, (kind, paginated, scope, deprecated) in told.items():
        operation = OPERATIONS[name]
        assert kind == operation.kind.value
        assert bool(paginated) == isinstance(operation, PagedOperation)
        assert portfolio[f"`{scope}`" if scope.startswith("enterprise") else scope] == (
            operation.portfolio.name
        )
        assert bool(deprecated) == bool(operation.deprecated)


def test_the_errors_are_those_of_the_tree() -> None:
    listed = [row[0] for row in table("Error")]

    assert sorted([*listed, "MewsError", "ApiError"]) == sorted(runtime_errors.__all__)


def test_those_from_bad_request_downwards_are_answers_of_the_server() -> None:
    listed = [row[0] for row in table("Error")]
    first = listed.index("BadRequestError")

    assert [issubclass(getattr(errors, it), errors.ApiError) for it in listed] == [
        place >= first for place in range(len(listed))
    ]


def test_what_is_retried_is_the_retry_table() -> None:
    assert table("What happened") == [
        [OUTCOMES[outcome], ACTIONS[kinds[Kind.READ]], ACTIONS[kinds[Kind.WRITE]]]
        for outcome, kinds in RETRY_TABLE.items()
    ]


@pytest.mark.parametrize("policy", [RetryPolicy, RateLimit])
def test_the_defaults_of_a_policy_are_true(policy: type[RetryPolicy | RateLimit]) -> None:
    listed = [row[:2] for row in table(f"`{policy.__name__}`")]

    assert listed == [[field.name, str(field.default)] for field in attrs.fields(policy)]


def test_the_keywords_of_the_shared_window_are_complete_and_their_defaults_true() -> None:
    listed = {row[0]: row[1] for row in table("`RedisRateWindow`")}
    parameters = inspect.signature(RedisRateWindow).parameters.values()

    assert listed == {
        it.name: "required" if it.default is it.empty else str(it.default) for it in parameters
    }


def test_the_keywords_of_the_client_are_complete_and_their_defaults_true() -> None:
    listed = {row[0]: row[1] for row in table("Keyword")}
    expected = {
        it.name: "required" if it.default is it.empty else str(it.default)
        for it in CLIENT.values()
        if it.name != "self"
    }

    assert listed == expected | {"clock": "system clock"}


def test_the_options_of_a_view_are_complete() -> None:
    listed = code_in("`mews.with_options()` gives a view")

    assert listed == set(OptionChanges.__annotations__)


def test_the_variables_are_those_that_a_client_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(errors.ConfigurationError) as caught:
        MewsClient.from_env()

    assert [row[0] for row in table("Variable")] == VARIABLES
    assert set(re.findall(r"MEWS_[A-Z_]+", str(caught.value))) == set(VARIABLES)


def test_the_exported_variables_open_the_sandbox() -> None:
    exported = dict(
        line.removeprefix("export ").split("=", 1)
        for line in shell_lines()
        if line.startswith("export ")
    )

    assert list(exported) == VARIABLES
    assert exported["MEWS_CLIENT_TOKEN"] == CLIENT_TOKEN
    assert exported["MEWS_ACCESS_TOKEN"] == ACCESS_TOKEN


def test_the_access_tokens_of_the_sandbox_are_all_told() -> None:
    listed = [row[0] for row in table("Access token")]

    assert sorted(listed) == [it for it in sorted(sandbox.__all__) if it.endswith("ACCESS_TOKEN")]


def test_the_test_cards_end_as_told() -> None:
    told = {row[0]: row[1].lower() for row in table("Card ends in")}

    assert list(told) == [*ENDINGS, "anything else"]
    assert all(outcome.lower() in told[ending] for ending, outcome in ENDINGS.items())


def test_every_make_command_exists_and_every_one_is_listed() -> None:
    shown = set(re.findall(r"`make ([a-z0-9-]+)`", TEXT))
    typed = {line.split()[1] for line in shell_lines() if line.startswith("make ")}
    listed = {row[0].removeprefix("make ") for row in table("Command")}

    assert shown | typed <= documented_commands()
    assert listed == documented_commands()


def test_what_make_check_runs_follows_it_in_the_list() -> None:
    [parts] = re.findall(r"^check: (.*) ##", (ROOT / "Makefile").read_text(), re.MULTILINE)
    listed = [row[0].removeprefix("make ") for row in table("Command")]
    after = listed.index("check") + 1

    assert listed[after : after + len(parts.split())] == parts.split()


def test_every_extra_of_users_is_listed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert [row[0] for row in table("Extra")] == sorted(
        {*project["optional-dependencies"]} - {"dev"}
    )


def test_every_listed_folder_exists() -> None:
    folders = [row[0] for row in table("Folder")]

    assert [folder for folder in folders if not Path(ROOT, folder).is_dir()] == []


@pytest.mark.parametrize(
    "statement",
    [
        f"`page_size` is 1 to {MOST_ROWS}, and {PAGE_SIZE} by default",
        f"The last {REMEMBERED:,} rows of a walk are remembered",
        f"{LIMIT.requests} requests of one access token within any {LIMIT.seconds:g} seconds",
        f"At most {CLIENT['max_concurrency'].default} requests of a client are under way",
        f"`max_concurrency` is {FLEET['max_concurrency'].default} for each token",
        f"`None` is {TIMEOUT.connect:g} to connect and {TIMEOUT.read:g} for the rest",
        f"published on {API_STATE.day} {API_STATE:%B %Y}",
        f"London had, {PAYMENTS} by default",
        "Python 3.11, 3.12 and 3.13 are supported",
    ],
)
def test_a_number_in_the_text_is_true(statement: str) -> None:
    assert statement in " ".join(TEXT.split())
