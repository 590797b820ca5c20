from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.counters_get_all_request import CountersGetAllRequest

if TYPE_CHECKING:
    from ...models.counter import Counter
    from ...models.counters_get_all_result import CountersGetAllResult

COUNTERS_GET_ALL: PagedOperation[CountersGetAllResult, Counter] = PagedOperation(
    path="counters/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=CountersGetAllRequest,
    answer=lambda: models.CountersGetAllResult,
    items="counters",
    identity=("id",),
)
