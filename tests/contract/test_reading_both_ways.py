"""What a sandbox answers to each operation is read alike by the fast reader and the plain one."""

import pytest

from mews_toolkit.sandbox import Server
from support.both_ways import fast, plain
from support.examples import OPERATIONS, call, published
from support.fitted import fitted
from support.heard import caller_of


@pytest.mark.parametrize("operation", sorted(published()))
async def test_an_answer_of_the_sandbox_is_read_alike(operation: str, server: Server) -> None:
    request = fitted(operation, server.sandbox)

    async with caller_of(server.url, request) as heard:
        await call(heard.mews, operation, request)

    [answer] = heard.answers
    result = OPERATIONS[operation].result
    assert plain(result, answer.content or b"{}").model is not None
    assert fast(result, answer.content or b"{}") == plain(result, answer.content or b"{}")
