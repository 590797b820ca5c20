"""Each operation, called over a real socket, is answered by the sandbox as the document says."""

from contextlib import suppress
from operator import attrgetter

import pytest

from mews_connector import errors
from mews_runtime import PagedOperation
from mews_toolkit.sandbox import Server
from support.documented_caller import check_answer
from support.examples import OPERATIONS, call, published
from support.fitted import FITTINGS, fitted, with_tokens
from support.heard import caller_of

EACH_OPERATION = pytest.mark.parametrize("operation", sorted(published()))

# What a request that names strangers, or comes from outside the portfolio, may end with.
REFUSALS = (errors.BadRequestError, errors.UnauthorizedError, errors.BusinessRuleError)


def test_it_is_known_how_to_call_every_operation() -> None:
    assert sorted(FITTINGS) == sorted(published())


@EACH_OPERATION
async def test_a_request_about_what_is_there_is_carried_out(operation: str, server: Server) -> None:
    request = fitted(operation, server.sandbox)

    async with caller_of(server.url, request) as heard:
        result = await call(heard.mews, operation, request)

    [answer] = heard.answers
    check_answer(operation, answer)
    described = OPERATIONS[operation]
    assert type(result) is described.result
    if isinstance(described, PagedOperation):
        assert attrgetter(described.items)(result)


@EACH_OPERATION
async def test_the_published_request_is_carried_out_or_refused(
    operation: str, server: Server
) -> None:
    request = with_tokens(published()[operation][0])

    async with caller_of(server.url, request) as heard:
        with suppress(*REFUSALS):
            await call(heard.mews, operation, request)

    [answer] = heard.answers
    check_answer(operation, answer)
