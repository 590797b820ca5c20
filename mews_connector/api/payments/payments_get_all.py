from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.payments_get_all_request import PaymentsGetAllRequest

if TYPE_CHECKING:
    from ...models.payment import Payment
    from ...models.payments_get_all_result import PaymentsGetAllResult

PAYMENTS_GET_ALL: PagedOperation[PaymentsGetAllResult, Payment] = PagedOperation(
    path="payments/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=PaymentsGetAllRequest,
    answer=lambda: models.PaymentsGetAllResult,
    items="payments",
    identity=("id",),
)
