"""The tree of errors: each one comes up in a client's work, and travels between processes."""

from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Collection, Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from attrs import frozen
from pytest_httpx import HTTPXMock

import mews_connector
import mews_runtime
from mews_connector import JournalRecord, MewsClient, RetryPolicy, errors
from support.clients import virtual_client
from support.exchanges import (
    Behaviour,
    CallOf,
    answers,
    loses_the_body,
    play,
    raises,
    read_page,
    slowly,
    succeeds,
    write,
)

PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)
CLASSES: dict[str, type[errors.MewsError]] = {
    name: value
    for name, value in vars(mews_runtime.errors).items()
    if isinstance(value, type) and issubclass(value, errors.MewsError)
}


@frozen
class Way:
    """How a client comes to raise an error."""

    call: CallOf
    behaviours: tuple[Behaviour, ...] = ()


async def use_after_close(mews: MewsClient) -> object:
    await mews.aclose()
    return await read_page(mews)


async def record_nothing(mews: MewsClient) -> object:
    return await mews.call("payments/addExternal", {"Amount": 12.30})


async def walk(mews: MewsClient) -> object:
    return await mews.payments.get_all(payment_ids=[uuid4()]).collect()


class FullDisk:
    async def write(self, _: JournalRecord) -> None:
        raise OSError("no space left")


async def record_without_a_journal(mews: MewsClient) -> object:
    return await write(mews.with_options(journal=FullDisk()))


HEADERS = {"Request-Id": "7f3a", "Retry-After": "7"}


def refuses(status: int, message: str = "No.") -> Behaviour:
    return answers(status, headers=HEADERS, json={"Message": message, "Details": {"Rows": [1]}})


GARBLED = answers(200, headers=HEADERS, html="<h1>Hello</h1>")
SAME_CURSOR = answers(200, headers=HEADERS, json={"Payments": [], "Cursor": str(uuid4())})
WAYS: dict[type[errors.MewsError], Way] = {
    errors.ConfigurationError: Way(use_after_close),
    errors.InvalidRequestError: Way(record_nothing),
    errors.JournalError: Way(record_without_a_journal),
    errors.NotSentError: Way(write, (raises(httpx.ConnectError),)),
    errors.ResponseLostError: Way(read_page, (loses_the_body(headers=HEADERS),)),
    errors.OutcomeUnknownError: Way(write, (refuses(500),)),
    errors.InvalidResponseError: Way(read_page, (GARBLED,)),
    errors.PaginationError: Way(walk, (SAME_CURSOR, SAME_CURSOR)),
    errors.DeadlineExceededError: Way(read_page, (slowly(301, succeeds()),)),
    errors.BadRequestError: Way(write, (refuses(400, "Invalid BillId"),)),
    errors.UnauthorizedError: Way(write, (refuses(401),)),
    errors.BusinessRuleError: Way(write, (refuses(403),)),
    errors.CardDeclinedError: Way(write, (refuses(403, "Transaction was declined (Refused)."),)),
    errors.NotFoundError: Way(write, (refuses(404),)),
    errors.RequestTimeoutError: Way(read_page, (refuses(408),)),
    errors.ConflictError: Way(write, (refuses(409),)),
    errors.ContentTooLargeError: Way(write, (refuses(413),)),
    errors.RateLimitedError: Way(write, (refuses(429),)),
    errors.ServerError: Way(read_page, (refuses(522),)),
    errors.UnexpectedStatusError: Way(read_page, (refuses(302),)),
}
ABSTRACT = {errors.MewsError, errors.ApiError}
UNANSWERED = {
    errors.ConfigurationError,
    errors.InvalidRequestError,
    errors.JournalError,
    errors.NotSentError,
    errors.DeadlineExceededError,
}


def each_error(*, but: Collection[type[errors.MewsError]] = ()) -> pytest.MarkDecorator:
    chosen = {error: way for error, way in WAYS.items() if error not in but}
    ids = [error.__name__ for error in chosen]
    return pytest.mark.parametrize(("error", "way"), chosen.items(), ids=ids)


async def reached(httpx_mock: HTTPXMock, way: Way) -> errors.MewsError:
    play(httpx_mock, *way.behaviours)
    async with virtual_client(retry=RetryPolicy(attempts=1)) as mews:
        with pytest.raises(errors.MewsError) as raised:
            await way.call(mews)
    return raised.value


def test_there_is_a_way_to_each_error() -> None:
    assert set(WAYS) | ABSTRACT == set(CLASSES.values())


@pytest.mark.virtual_time
@each_error()
async def test_a_client_raises_it(
    httpx_mock: HTTPXMock, error: type[errors.MewsError], way: Way
) -> None:
    assert type(await reached(httpx_mock, way)) is error


@pytest.mark.virtual_time
@each_error(but={errors.ConfigurationError})
async def test_it_names_the_operation(
    httpx_mock: HTTPXMock, error: type[errors.MewsError], way: Way
) -> None:
    raised = await reached(httpx_mock, way)
    assert raised.operation in {"payments/getAll", "payments/addExternal"}
    assert str(raised).startswith(f"{raised.operation}: {raised.message}"), error


@pytest.mark.virtual_time
@each_error(but=UNANSWERED)
async def test_it_names_the_request_that_the_server_answered(
    httpx_mock: HTTPXMock, error: type[errors.MewsError], way: Way
) -> None:
    raised = await reached(httpx_mock, way)
    assert raised.request_id == "7f3a", error
    assert str(raised).endswith("(request id 7f3a)")


@pytest.mark.virtual_time
@each_error()
async def test_it_comes_out_of_a_pickle_or_a_copy_as_it_went_in(
    httpx_mock: HTTPXMock, error: type[errors.MewsError], way: Way
) -> None:
    before = await reached(httpx_mock, way)
    copies: list[errors.MewsError] = [
        copy.copy(before),
        copy.deepcopy(before),
        *(pickle.loads(pickle.dumps(before, protocol)) for protocol in PROTOCOLS),
    ]
    for after in copies:
        assert type(after) is error
        assert told_by(after) == told_by(before)


def told_by(error: errors.MewsError) -> dict[str, Any]:
    """Everything that can be read from it."""
    names = {name for name in dir(error) if not name.startswith("_")}
    attributes = {name: getattr(error, name) for name in names - {"add_note", "with_traceback"}}
    return attributes | {"str": str(error), "repr": repr(error)}


def test_the_tree_that_is_drawn_is_the_tree_that_is() -> None:
    drawn = dict(drawn_parents(mews_runtime.errors.__doc__ or ""))
    assert drawn == {
        name: [base.__name__ for base in value.__bases__] for name, value in CLASSES.items()
    }


def drawn_parents(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each class of the drawing, and the one further up that stands nearest to its left."""
    above: list[tuple[int, str]] = [(-1, "Exception")]
    for line in text.splitlines():
        found = re.match(r"[ |]+(?:\+- )?(?P<name>\w+Error)\b", line)
        if found is not None:
            column = found.start("name")
            above = [(left, name) for left, name in above if left < column]
            yield found["name"], [above[-1][1]]
            above.append((column, found["name"]))


def test_the_client_exports_the_same_classes() -> None:
    exported = {name: getattr(mews_connector.errors, name) for name in mews_runtime.errors.__all__}
    assert exported == CLASSES
