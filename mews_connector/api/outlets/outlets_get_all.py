from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.outlets_get_all_request import OutletsGetAllRequest

if TYPE_CHECKING:
    from ...models.outlet import Outlet
    from ...models.outlets_get_all_result import OutletsGetAllResult

OUTLETS_GET_ALL: PagedOperation[OutletsGetAllResult, Outlet] = PagedOperation(
    path="outlets/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=OutletsGetAllRequest,
    answer=lambda: models.OutletsGetAllResult,
    items="outlets",
    identity=("id",),
)
