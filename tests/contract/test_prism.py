"""A server that nobody here wrote finds nothing wrong with what the client sends.

Prism serves the joined document: it checks each request, and its own answer to it.
"""

import httpx
import pytest

from mews_connector import errors
from mews_runtime import PagedOperation
from mews_toolkit.sandbox import Server
from support.examples import OPERATIONS, call, exact, published
from support.fitted import fitted
from support.heard import caller_of
from support.prism import violations
from support.seeds import SEEDS, operation_of, seed_request

EACH_OPERATION = pytest.mark.parametrize("operation", sorted(published()))
PAGED = {name for name, it in OPERATIONS.items() if isinstance(it, PagedOperation)}

# Its published answer shows no cursor: for Prism there is never a next page.
ONE_PAGE = {"counters/getAll"}

AN_ID = "f6313945-94c1-4e27-b402-031c2a8c989f"
REFUND = {"PaymentId": AN_ID, "AccountId": AN_ID, "Reason": "Overcharged"}
PAGE = {"Limitation": {"Count": 10}}


async def check(prism: str, operation: str, request: bytes) -> httpx.Response:
    async with caller_of(prism, request) as heard:
        result = await call(heard.mews, operation, request)

    [answer] = heard.answers
    assert violations(answer) == []
    assert answer.status_code == 200
    assert type(result) is OPERATIONS[operation].result
    return answer


async def check_whole(prism: str, operation: str, request: bytes) -> None:
    """As `check`, and nothing is lost: Prism does not mind a property that is left out."""
    answer = await check(prism, operation, request)

    written = exact(request)
    # A walk begins with the first page, whatever page the example is about.
    written.get("Limitation", {}).pop("Cursor", None)
    assert exact(answer.request.content) == written


@EACH_OPERATION
async def test_the_published_request_is_as_documented(operation: str, prism: str) -> None:
    await check_whole(prism, operation, published()[operation][0])


@EACH_OPERATION
async def test_a_request_that_the_sandbox_carries_out_is_as_documented(
    operation: str, prism: str, server: Server
) -> None:
    await check_whole(prism, operation, fitted(operation, server.sandbox))


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_request_in_its_older_form_is_as_documented(seed: str, prism: str) -> None:
    await check(prism, operation_of(seed), seed_request(seed).encode())


@pytest.mark.parametrize("operation", sorted(PAGED - ONE_PAGE))
async def test_a_request_for_the_next_page_is_as_documented(operation: str, prism: str) -> None:
    request = published()[operation][0]

    async with caller_of(prism, request) as heard:
        # Prism knows one page only, so its second answer brings the first one's cursor again.
        with pytest.raises(errors.PaginationError):
            await call(heard.mews, operation, request, pages=2)

    # It gives all answers one `Request-Id`, so the second one is taken for the first said twice,
    # and asked for again over another connection.
    assert [(it.status_code, violations(it)) for it in heard.answers] == [(200, [])] * 3
    assert b'"Cursor"' in heard.answers[1].request.content


@pytest.mark.parametrize(
    ("operation", "wrong", "place", "rule"),
    [
        ("payments/refund", {"PaymentId": AN_ID, "Reason": "x"}, [], "required"),
        ("payments/refund", REFUND | {"PaymentId": "none"}, ["PaymentId"], "format"),
        ("payments/refund", REFUND | {"Reason": 7}, ["Reason"], "type"),
        ("payments/getAll", PAGE, [], "anyOf"),
        ("payments/getAll", PAGE | {"PaymentIds": [AN_ID] * 1001}, ["PaymentIds"], "maxItems"),
        ("payments/getAll", {"PaymentIds": [AN_ID], "Limitation": {}}, ["Limitation"], "required"),
        (
            "payments/getAll",
            PAGE | {"PaymentIds": [AN_ID], "States": ["Paid"]},
            ["States", "0"],
            "enum",
        ),
    ],
    ids=lambda it: it if isinstance(it, str) else "",
)
async def test_what_is_not_as_documented_is_told(
    operation: str, wrong: dict[str, object], place: list[str], rule: str, prism: str
) -> None:
    async with caller_of(prism, published()[operation][0]) as heard:
        with pytest.raises(errors.BadRequestError):
            await heard.mews.call(operation, wrong)

    told = [(it["location"], it["code"]) for it in violations(heard.answers[0])]
    assert (["request", "body", *place], rule) in told
