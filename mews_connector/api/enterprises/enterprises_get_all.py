from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.enterprises_get_all_request import EnterprisesGetAllRequest

if TYPE_CHECKING:
    from ...models.enterprise import Enterprise
    from ...models.enterprises_get_all_result import EnterprisesGetAllResult

ENTERPRISES_GET_ALL: PagedOperation[EnterprisesGetAllResult, Enterprise] = PagedOperation(
    path="enterprises/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=EnterprisesGetAllRequest,
    answer=lambda: models.EnterprisesGetAllResult,
    items="enterprises",
    identity=("id",),
)
