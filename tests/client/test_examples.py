"""What Mews publishes as an example of an operation is sent and read by its method as it stands."""

import pytest
from pytest_httpx import HTTPXMock

from support.examples import OPERATIONS, exact, exchange, in_our_spelling, published

pytestmark = pytest.mark.virtual_time

EACH_OPERATION = pytest.mark.parametrize("operation", sorted(published()))


def test_every_operation_of_the_client_has_its_examples_in_the_document() -> None:
    assert sorted(OPERATIONS) == sorted(published())


@EACH_OPERATION
async def test_the_published_request_goes_out_through_the_method(
    operation: str, httpx_mock: HTTPXMock
) -> None:
    request, response = published()[operation]

    done = await exchange(httpx_mock, operation, request=request, response=response)

    assert exact(done.sent) == exact(request)


@EACH_OPERATION
async def test_the_published_response_is_read_whole(operation: str, httpx_mock: HTTPXMock) -> None:
    request, response = published()[operation]

    done = await exchange(httpx_mock, operation, request=request, response=response)

    assert type(done.result) is OPERATIONS[operation].result
    assert exact(done.result.to_json()) == exact(in_our_spelling(response))
