from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.enterprise import Enterprise
from ...models.enterprises_get_all_request import EnterprisesGetAllRequest
from ...models.enterprises_get_all_result import EnterprisesGetAllResult

ENTERPRISES_GET_ALL = PagedOperation[EnterprisesGetAllResult, Enterprise](
    path="enterprises/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=EnterprisesGetAllRequest,
    result=EnterprisesGetAllResult,
    items="enterprises",
    identity=("id",),
)
