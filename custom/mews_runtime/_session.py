from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from typing import Any, TypeVar

import attrs
from attrs import frozen

from . import _json
from ._call import Call, Result
from ._connection import Answer, Connection
from ._deprecation import mark_coroutine_functions
from ._limiter import Limiter
from ._model import Model
from ._operation import Kind, Operation, PagedOperation
from ._options import Options
from ._paginator import Paginator
from ._payload import PagePayload, Payload, WholePayload
from ._request import prepare_model, prepare_query, prepare_values
from ._resume import ResumeToken
from ._walk import Walk
from .errors import InvalidRequestError

__all__ = ["Session"]

ResultT = TypeVar("ResultT", bound=Model)
ItemT = TypeVar("ItemT", bound=Model)
ValueT = TypeVar("ValueT")

_MOST_ROWS = 1000

mark_coroutine_functions()


@frozen
class Session:
    """Carries operations out with the options of one client or view."""

    connection: Connection = attrs.field(repr=False)
    limiter: Limiter = attrs.field(repr=False)
    options: Options

    async def call(self, operation: Operation[ResultT], request: Model) -> ResultT:
        """Checks and sends one request.

        Raises:
            InvalidRequestError: The request is refused here.
            MewsError: As the retry table says.
        """
        payload = WholePayload(prepare_model(operation, request, self.options))
        # Loaded before anything is sent: after a write nothing may fail but the write.
        read = _reader(operation.result)
        return (await self._carry_out(operation.path, operation.kind, payload, read)).value

    def paginate(
        self,
        operation: PagedOperation[ResultT, ItemT],
        request: Model,
        *,
        page_size: int,
        resume: str | None,
        prefetch: bool,
        concurrency: int,
        ordered: bool,
    ) -> Paginator[ItemT, ResultT]:
        """Checks the query at once; its pages are fetched as they are taken.

        Raises:
            InvalidRequestError: The query is refused here.
        """
        faults = [
            *_page_size_faults(page_size),
            *ResumeToken.faults(resume),
            *_concurrency_faults(concurrency),
        ]
        query = prepare_query(operation, request, self.options, *faults)

        async def fetch(payload: PagePayload) -> Result[ResultT]:
            read = _page_reader(operation)
            return await self._carry_out(
                operation.path, operation.kind, payload, read, rows=partial(_rows, operation.items)
            )

        return Paginator(
            Walk(
                path=operation.path,
                query=query,
                items=operation.items,
                identity=operation.identity,
                fetch=fetch,
                page_size=page_size,
                start=ResumeToken.parse(resume, query, operation=operation.path),
                prefetch=prefetch,
                concurrency=concurrency,
                ordered=ordered,
            )
        )

    async def call_values(self, path: str, kind: Kind, values: Mapping[str, object]) -> Any:
        """As `call`, with plain JSON values in and out.

        Raises:
            InvalidRequestError: The request is refused here.
            MewsError: As the retry table says.
        """
        self._check_path(path)
        payload = WholePayload(prepare_values(path, kind, values, self.options))
        return (await self._carry_out(path, kind, payload, _read_values)).value

    def _check_path(self, path: object) -> None:
        # A path is told in errors, logs and traces alike.
        shown = self.connection.credentials.redact(path) if isinstance(path, str) else path
        if shown != path:
            raise InvalidRequestError("path: holds a token", operation=str(shown))

    async def _carry_out(
        self,
        path: str,
        kind: Kind,
        payload: Payload,
        read: Callable[[Answer], ValueT],
        *,
        rows: Callable[[ValueT], int] | None = None,
    ) -> Result[ValueT]:
        return await Call(
            connection=self.connection,
            limiter=self.limiter,
            options=self.options,
            path=path,
            kind=kind,
            payload=payload,
            read=read,
            rows=rows,
        ).run()


def _page_size_faults(page_size: object) -> list[str]:
    if not isinstance(page_size, int) or isinstance(page_size, bool):
        return ["page_size: pass an int"]
    if 1 <= page_size <= _MOST_ROWS:
        return []
    return [f"page_size: must be between 1 and {_MOST_ROWS}"]


def _concurrency_faults(concurrency: object) -> list[str]:
    if isinstance(concurrency, int) and not isinstance(concurrency, bool) and concurrency >= 1:
        return []
    return ["concurrency: must be a whole number from 1"]


def _is_empty(answer: Answer) -> bool:
    return answer.status == HTTPStatus.NO_CONTENT


def _read_values(answer: Answer) -> Any:
    return {} if _is_empty(answer) else _json.decode_any(answer.body)


def _reader(result: type[ResultT]) -> Callable[[Answer], ResultT]:
    def read(answer: Answer) -> ResultT:
        return result.from_json(b"{}" if _is_empty(answer) else answer.body)

    return read


def _rows(items: str, result: Model) -> int:
    return len(getattr(result, items) or ())


def _page_reader(operation: PagedOperation[ResultT, Any]) -> Callable[[Answer], ResultT]:
    read = _reader(operation.result)

    def read_page(answer: Answer) -> ResultT:
        return operation.result(**{operation.items: []}) if _is_empty(answer) else read(answer)

    return read_page
