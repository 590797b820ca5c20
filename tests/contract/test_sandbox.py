"""Each operation, called over a real socket, is answered by the sandbox as the document says."""

from contextlib import suppress
from operator import attrgetter

import attrs
import pytest

from mews_connector import errors
from mews_runtime import Model, PagedOperation
from mews_toolkit.sandbox import Server
from support.documented_caller import check_answer
from support.examples import OPERATIONS, call, published
from support.fitted import fitted, with_tokens
from support.fittings import FITTINGS
from support.heard import caller_of
from support.seeds import SEEDS, operation_of, seed_request

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
    elif "/getAll" in operation:
        assert any(_lists(result))
    assert None not in _ids(result)


def _ids(result: Model) -> list[object]:
    """What a write says that it made. Answers of 2019 lack it, so that models allow that."""
    values = attrs.asdict(result, recurse=False).items()
    return [value for name, value in values if name.endswith("_id")]


def _lists(result: Model) -> list[object]:
    values = attrs.asdict(result, recurse=False).values()
    return [it for it in values if isinstance(it, list)]


@EACH_OPERATION
async def test_the_published_request_is_carried_out_or_refused(
    operation: str, server: Server
) -> None:
    await check_answered(server, operation, published()[operation][0])


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_request_in_its_older_form_is_carried_out_or_refused(
    seed: str, server: Server
) -> None:
    await check_answered(server, operation_of(seed), seed_request(seed).encode())


async def check_answered(server: Server, operation: str, request: bytes) -> None:
    ours = with_tokens(request)

    async with caller_of(server.url, ours) as heard:
        with suppress(*REFUSALS):
            await call(heard.mews, operation, ours)

    [answer] = heard.answers
    check_answer(operation, answer)
