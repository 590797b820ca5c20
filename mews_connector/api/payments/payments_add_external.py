from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.payments_add_external_request import PaymentsAddExternalRequest

if TYPE_CHECKING:
    from ...models.payments_add_external_result import PaymentsAddExternalResult

PAYMENTS_ADD_EXTERNAL: Operation[PaymentsAddExternalResult] = Operation(
    path="payments/addExternal",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=PaymentsAddExternalRequest,
    answer=lambda: models.PaymentsAddExternalResult,
)
