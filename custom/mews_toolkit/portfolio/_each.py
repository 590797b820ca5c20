from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar, overload
from uuid import UUID

from mews_connector import MewsClient, errors
from mews_toolkit.portfolio._ending import all_ended
from mews_toolkit.portfolio._enterprises import enterprises
from mews_toolkit.portfolio._outcomes import Outcomes

__all__ = ["each"]

KeyT = TypeVar("KeyT")
ResultT = TypeVar("ResultT")


@overload
async def each(
    clients: MewsClient,
    work: Callable[[MewsClient], Awaitable[ResultT]],
    *,
    concurrency: int = 4,
    only: Iterable[UUID] | None = None,
) -> Outcomes[UUID, ResultT]: ...


@overload
async def each(
    clients: Mapping[KeyT, MewsClient],
    work: Callable[[MewsClient], Awaitable[ResultT]],
    *,
    concurrency: int = 4,
    only: Iterable[KeyT] | None = None,
) -> Outcomes[KeyT, ResultT]: ...


async def each(
    clients: MewsClient | Mapping[Any, MewsClient],
    work: Callable[[MewsClient], Awaitable[ResultT]],
    *,
    concurrency: int = 4,
    only: Iterable[Any] | None = None,
) -> Outcomes[Any, ResultT]:
    """Carries work out once for each enterprise; one that fails loses nothing of the others.

    Only an `Exception` is a failure. A cancellation, also one that comes out of the work itself,
    ends all work that is under way, and is raised when that has ended.

    Args:
        clients: The client of a portfolio token, of which the work gets a view per enterprise, by
            id; or clients by label, such as a `Fleet`.
        work: A coroutine function that takes the view or client.
        concurrency: The most enterprises at the same time.
        only: The ids or labels to do instead of all: `only=outcomes.failures` tries again.

    Raises:
        InvalidRequestError: The concurrency is no whole number from 1, or there is no client with
            one of the labels.
        MewsError: The enterprises of the portfolio could not be listed.
    """
    if not _is_positive(concurrency):
        raise errors.InvalidRequestError("concurrency: must be a whole number from 1")
    if isinstance(clients, MewsClient):
        ids = [it.id for it in await enterprises(clients)] if only is None else only
        scoped: dict[Any, MewsClient] = {it: clients.for_enterprise(it) for it in ids}
    else:
        scoped = _chosen(clients, clients if only is None else only)
    return await _Round(scoped, work).run(concurrency)


def _is_positive(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _chosen(clients: Mapping[KeyT, MewsClient], keys: Iterable[KeyT]) -> dict[KeyT, MewsClient]:
    wanted = list(keys)
    unknown = [key for key in wanted if key not in clients]
    if unknown:
        raise errors.InvalidRequestError(
            *(f"only: there is no client with the label {key}" for key in unknown)
        )
    return {key: clients[key] for key in wanted}


class _Round(Generic[KeyT, ResultT]):
    def __init__(
        self,
        clients: Mapping[KeyT, MewsClient],
        work: Callable[[MewsClient], Awaitable[ResultT]],
    ) -> None:
        self._keys = list(clients)
        self._left = iter(clients.items())
        self._work = work
        self._results: dict[KeyT, ResultT] = {}
        self._failures: dict[KeyT, Exception] = {}
        self._stopped = False

    async def run(self, concurrency: int) -> Outcomes[KeyT, ResultT]:
        workers = [
            asyncio.create_task(self._work_on()) for _ in range(min(concurrency, len(self._keys)))
        ]
        try:
            pending = set(workers)
            while pending:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                for worker in done:
                    # Also raises the cancellation that came out of the work itself.
                    worker.result()
        finally:
            self._stopped = True
            for worker in workers:
                worker.cancel()
            await all_ended(workers)
        return Outcomes(
            {key: self._results[key] for key in self._keys if key in self._results},
            {key: self._failures[key] for key in self._keys if key in self._failures},
        )

    async def _work_on(self) -> None:
        for key, client in self._left:
            try:
                self._results[key] = await self._work(client)
            except Exception as error:  # noqa: BLE001 - one enterprise's failure is not another's
                self._failures[key] = error
            # Work may turn its cancellation into something else.
            if self._stopped:
                return
