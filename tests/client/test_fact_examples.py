"""Every example that the vendor publishes, straight from the facts where they are at hand.

The document carries the same examples, so `test_examples` proves them anywhere; this proves that
none was changed on the way, but for those that stand here with the reason.
"""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pytest_httpx import HTTPXMock

from support.examples import OPERATIONS, exact, exchange, in_our_spelling, published

pytestmark = pytest.mark.virtual_time

FACTS = Path(__file__).parents[3] / "shared" / "reference" / "operations-2026-08.json"

Json = dict[str, Any]

# What is published of these cannot be sent or read, and why; the document has examples of its own.
UNUSABLE = {
    ("bills/add", "response"): "shows the answer of bills/getPdf",
    ("bills/close", "response"): "shows the answer of bills/getPdf",
    ("billingAutomations/getAll", "request"): "leaves out Limitation, which is required",
    ("creditCards/addTokenized", "request"): "leaves out StorageData, which is required",
}
# No page tells of them any more, so their examples are those of the customer's documents.
UNPUBLISHED = {"creditCards/getAllByIds", "creditCards/getAllByCustomers"}


def facts() -> dict[str, Json]:
    if not FACTS.exists():
        return {}
    told = json.loads(FACTS.read_text("utf-8"), parse_float=Decimal)["operations"]
    return {each["path"].removeprefix("/api/connector/v1/"): each for each in told}


EACH_OPERATION = pytest.mark.parametrize("operation", sorted(facts()))


def example(operation: str, part: str) -> bytes:
    """What is published, or what the document has in the place of something unusable."""
    if (operation, part) in UNUSABLE:
        return published()[operation][("request", "response").index(part)]
    told = facts()[operation][f"example_{part}"]
    return msgspec.json.Encoder(decimal_format="number").encode(told)


@EACH_OPERATION
async def test_the_request_goes_out_through_the_method(
    operation: str, httpx_mock: HTTPXMock
) -> None:
    request, response = example(operation, "request"), example(operation, "response")

    done = await exchange(httpx_mock, operation, request=request, response=response)

    assert exact(done.sent) == exact(request)


@EACH_OPERATION
async def test_the_response_is_read_whole(operation: str, httpx_mock: HTTPXMock) -> None:
    request, response = example(operation, "request"), example(operation, "response")

    done = await exchange(httpx_mock, operation, request=request, response=response)

    assert exact(done.result.to_json()) == exact(in_our_spelling(response))


@pytest.mark.skipif(not FACTS.exists(), reason="the facts are not at hand")
def test_every_operation_has_its_examples_there() -> None:
    assert facts().keys() | UNPUBLISHED == OPERATIONS.keys()


@EACH_OPERATION
@pytest.mark.parametrize("part", ["request", "response"])
def test_the_document_has_the_same_but_where_that_is_unusable(operation: str, part: str) -> None:
    told = facts()[operation][f"example_{part}"]
    ours = json.loads(
        published()[operation][("request", "response").index(part)], parse_float=Decimal
    )

    assert (ours != told) == ((operation, part) in UNUSABLE)
