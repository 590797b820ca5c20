"""The reference tells of everything, and its examples are what the API is sent."""

from __future__ import annotations

import json
import re
import textwrap
from decimal import Decimal
from typing import Any, TypeVar

import attrs
import pytest
from pytest_httpx import HTTPXMock

import mews_connector
from mews_connector import MewsClient, errors, models
from mews_docs.operation_pages import Method
from mews_docs.python_call import python_call
from mews_docs.reference import Reference
from mews_runtime import Model, OpenEnum, PagedOperation
from mews_runtime import errors as runtime_errors
from support.clients import url_of, virtual_client
from support.examples import OPERATIONS, exact, published

T = TypeVar("T")

EACH_OPERATION = pytest.mark.parametrize("path", sorted(OPERATIONS))
MODULES = {"catalogues", "errors", "models"}
AROUND = """
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from mews_connector import MewsClient, models


async def example(mews: MewsClient) -> None:
{body}
"""


def section(page: str, anchor: str) -> str:
    """From the heading with this anchor to the next one of its level."""
    _, heading, rest = page.partition(f"{{ #{anchor}")
    assert heading, f"there is no {anchor}"
    return rest.split("\n## ", 1)[0]


@pytest.fixture(scope="session")
def methods(told: Reference) -> dict[str, Method]:
    return {it.operation.path: it for it in told.methods}


def test_every_operation_is_told_of(methods: dict[str, Method]) -> None:
    assert methods.keys() == OPERATIONS.keys()


def test_every_public_name_is_told_of_once(made: dict[str, str]) -> None:
    # Those of the toolkit may be called alike.
    pages = [text for path, text in made.items() if "/toolkit/" not in path]
    told = [it for text in pages for it in re.findall(r"^## .*\{ #([\w.]+)", text, re.MULTILINE)]
    public = {*mews_connector.__all__, *models.__all__, *runtime_errors.__all__} - MODULES

    assert {it for it in public if not it.startswith("__")} - set(told) == set()
    assert [it for it in public if told.count(it) > 1] == []


def test_an_anchor_is_on_its_page_once(made: dict[str, str]) -> None:
    for path, text in made.items():
        anchors = re.findall(r"\{ #([\w.]+)", text)
        assert len(anchors) == len(set(anchors)), path


def test_alternatives_are_joined_by_or(made: dict[str, str]) -> None:
    told = section(made["reference/operations/payments.md"], "add_alternative")

    assert "Needs at least one of `data` or `method` with `redirect_url`." in told


@EACH_OPERATION
def test_an_operation_has_its_keywords_its_limits_and_its_page(
    path: str, methods: dict[str, Method], made: dict[str, str]
) -> None:
    method = methods[path]
    text = section(made[method.page], method.it.name)

    for parameter in method.it.parameters:
        if parameter.name != "self":
            assert f"`{parameter.name}`{{ #{method.it.name}.{parameter.name} }}" in text
    assert method.described["externalDocs"]["url"] in text
    assert ('!!! warning "Deprecated"' in text) is bool(method.operation.deprecated)
    assert method.example in text
    for part in (method.request, method.answer):
        assert all(f'"{name}": ' in text for name in part)


@pytest.mark.virtual_time
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@EACH_OPERATION
async def test_the_example_of_an_operation_sends_what_is_published(
    path: str, methods: dict[str, Method], httpx_mock: HTTPXMock
) -> None:
    # given the published answer, and after a page an empty one
    method = methods[path]
    request, response = (json.loads(it, parse_float=Decimal) for it in published()[path])
    httpx_mock.add_response(url=url_of(path), content=published()[path][1])
    if isinstance(method.operation, PagedOperation) and response.get("Cursor"):
        last: dict[str, list[object] | None] = {
            name: [] if isinstance(it, list) else None for name, it in response.items()
        }
        httpx_mock.add_response(url=url_of(path), json=last)

    # when the example runs
    names: dict[str, Any] = {}
    body = textwrap.indent(method.example, "    ")
    exec(compile(AROUND.format(body=body), path, "exec"), names)  # noqa: S102 - of our own making
    async with client_of(request) as mews:
        await names["example"](mews)

    # then the request is the published one, from its first page on
    limitation: dict[str, Any] = request.get("Limitation") or {}
    limitation.pop("Cursor", None)
    sent = json.loads(httpx_mock.get_requests()[0].content, parse_float=Decimal)
    assert comparable(sent) == comparable(request)


def client_of(request: dict[str, Any]) -> MewsClient:
    return virtual_client(
        client_token=request["ClientToken"],
        access_token=request["AccessToken"],
        client=request.get("Client", "Specification 1.0"),
    )


def comparable(value: object) -> Any:
    return exact(json.dumps(value, default=str))


def test_an_enum_has_all_its_members(made: dict[str, str]) -> None:
    for enum in named(OpenEnum):
        rows = [it for it in told_of(enum, made).splitlines() if it.startswith("| `")]
        assert [it.split("`")[1] for it in rows] == [it.name for it in enum]
        assert [it.split("`")[3] for it in rows] == [it.value for it in enum]


def test_a_model_has_all_its_attributes(made: dict[str, str]) -> None:
    for model in named(Model):
        text = told_of(model, made)
        if "The keywords of [" not in text:
            expected = [it.name for it in attrs.fields(model) if not it.name.startswith("_")]
            found = re.findall(r"^`(\w+)`\{", text, re.MULTILINE)
            assert [it for it in expected if it not in found] == []


def named(kind: type[T]) -> list[type[T]]:
    every = (getattr(models, name) for name in models.__all__)
    return [it for it in every if isinstance(it, type) and issubclass(it, kind)]


def told_of(it: type, made: dict[str, str]) -> str:
    heading = f"\n## {it.__name__} {{"
    [page] = [text for text in made.values() if heading in text]
    return section(page, it.__name__)


def test_a_catalogue_stands_beside_its_enum(made: dict[str, str]) -> None:
    text = section(made["reference/enums/payments.md"], "ExternalPaymentType")

    assert "| Member | Value | Label | Group | Deprecated | Refused in |" in text
    assert "| `CASH` | `Cash` | Cash | cash |  |  |" in text
    assert "`ExternalPaymentType.addable()`\n" in text


def test_every_error_says_what_it_is_a_kind_of(made: dict[str, str]) -> None:
    page = made["reference/errors.md"]

    for name in runtime_errors.__all__:
        [base, *_] = getattr(errors, name).__bases__
        told = f"A kind of [`{base.__name__}`](#{base.__name__})."
        assert (told in section(page, name)) is (base is not Exception)


def test_the_settings_of_a_client_have_types_defaults_and_meanings(made: dict[str, str]) -> None:
    text = made["reference/client.md"]

    assert (
        "`max_concurrency`{ #MewsClient.max_concurrency } `int`, `20` by default\n"
        ":   The most requests at the same time.\n"
    ) in text
    assert "MEWS_CLIENT_TOKEN" in section(text, "MewsClient.from_env")


@pytest.mark.parametrize(("more", "lines"), [(0, 1), (1, 3)])
def test_a_call_is_in_one_line_where_it_fits(more: int, lines: int) -> None:
    # given a name with which the call fills a line, a comma's room aside, or one that is longer
    card = "35d4b117-4e60-44a3-9580-c582117eff98"
    beside = f'result = await mews.(credit_card_id=UUID("{card}"))'
    name = "x" * (87 - len(beside) + more)

    call = python_call(
        name, OPERATIONS["creditCards/disable"], json.dumps({"CreditCardId": card}), None
    )

    assert len(call.splitlines()) == lines
