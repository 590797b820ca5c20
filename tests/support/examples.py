"""Calls as an example writes them down, and JSON compared to the last digit."""

from __future__ import annotations

import json
import re
import warnings
from contextlib import aclosing
from decimal import Decimal, DecimalTuple
from functools import cache
from importlib.resources import files
from typing import Any

import attrs
import msgspec
from attrs import frozen
from pytest_httpx import HTTPXMock

from mews_connector import MewsClient, api
from mews_runtime import Model, Operation, PagedOperation
from support.clients import url_of, virtual_client

__all__ = ["OPERATIONS", "Exchange", "call", "exact", "exchange", "in_our_spelling", "published"]

# Ids that are published in capitals, which models write as everybody does.
_CAPITALS = ("7EDAB816-BF4E-40CC-8936-7BC0B222908D", "E0A29D6D-411E-4302-AA6D-9289935C5F14")

OPERATIONS: dict[str, Operation[Any]] = {
    value.path: value for name in dir(api) if isinstance(value := getattr(api, name), Operation)
}


@cache
def published() -> dict[str, tuple[bytes, bytes]]:
    """The published request and response of each operation of the document, by its path."""
    document = files("mews_connector").joinpath("openapi.json").read_text("utf-8")
    paths = json.loads(document, parse_float=Decimal)["paths"]
    return {
        path.removeprefix("/api/connector/v1/"): (
            _example(item["post"]["requestBody"]),
            _example(item["post"]["responses"]["200"]),
        )
        for path, item in paths.items()
    }


def _example(holder: dict[str, Any]) -> bytes:
    example = holder["content"]["application/json"]["example"]
    return msgspec.json.Encoder(decimal_format="number").encode(example)


@frozen
class Exchange:
    """What a call sent, and what it made of the answer."""

    sent: bytes
    result: Model


async def exchange(
    httpx_mock: HTTPXMock, operation: str, *, request: bytes, response: bytes
) -> Exchange:
    """Calls the operation's method with what the request says, and answers with the response."""
    example = json.loads(request)
    limitation = example.get("Limitation", {})
    if cursor := limitation.get("Cursor"):
        page_before = json.loads(response) | {"Cursor": cursor}
        httpx_mock.add_response(url=url_of(operation), json=page_before)
    httpx_mock.add_response(url=url_of(operation), content=response)
    async with virtual_client(
        client_token=example["ClientToken"],
        access_token=example["AccessToken"],
        client=example.get("Client", "Specification 1.0"),
    ) as mews:
        result = await call(mews, operation, request, pages=2 if limitation.get("Cursor") else 1)
    return Exchange(httpx_mock.get_requests()[-1].content, result)


async def call(mews: MewsClient, operation: str, request: bytes, *, pages: int = 1) -> Model:
    """Calls the operation's method with what the request says; of pages it gives the last one."""
    resource, action = (_snake_case(part) for part in operation.split("/"))
    method = getattr(getattr(mews, resource), action)
    described = OPERATIONS[operation]
    model = described.request.from_json(request)
    arguments = attrs.asdict(model, recurse=False, filter=lambda _, value: value is not None)
    # Older requests know no pages.
    limitation = json.loads(request).get("Limitation")
    if limitation and isinstance(described, PagedOperation):
        arguments["page_size"] = limitation["Count"]
    with warnings.catch_warnings():
        # Older forms are warned of, which is not what an example is about.
        warnings.simplefilter("ignore", DeprecationWarning)
        called = method(**arguments)
    if not isinstance(described, PagedOperation):
        result: Model = await called
        return result
    async with aclosing(called.pages()) as walk:
        read = [await anext(walk) for _ in range(pages)]
    last: Model = read[-1].result
    return last


def _snake_case(name: str) -> str:
    return re.sub(r"(?=[A-Z])", "_", name).lower()


def exact(text: bytes | str) -> Any:
    """JSON with each number as its digits; null and left out are the same."""
    return json.loads(
        text, parse_int=_digits, parse_float=_digits, object_pairs_hook=_given_properties
    )


def in_our_spelling(text: bytes) -> str:
    """An example with each id in the one spelling that models write."""
    spelt = text.decode()
    for capitals in _CAPITALS:
        spelt = spelt.replace(capitals, capitals.lower())
    return spelt


def _digits(number: str) -> DecimalTuple:
    return Decimal(number).as_tuple()


def _given_properties(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len(dict(pairs)) == len(pairs), "a property stands there twice"
    return {name: value for name, value in pairs if value is not None}
