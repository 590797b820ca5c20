from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.counter import Counter
from ...models.counters_get_all_request import CountersGetAllRequest
from ...models.counters_get_all_result import CountersGetAllResult

COUNTERS_GET_ALL = PagedOperation[CountersGetAllResult, Counter](
    path="counters/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=CountersGetAllRequest,
    result=CountersGetAllResult,
    items="counters",
    identity=("id",),
)
