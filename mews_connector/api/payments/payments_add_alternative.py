from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.payments_add_alternative_request import PaymentsAddAlternativeRequest

if TYPE_CHECKING:
    from ...models.payments_add_alternative_result import PaymentsAddAlternativeResult

PAYMENTS_ADD_ALTERNATIVE: Operation[PaymentsAddAlternativeResult] = Operation(
    path="payments/addAlternative",
    kind=Kind.WRITE,
    portfolio=Portfolio.NONE,
    request=PaymentsAddAlternativeRequest,
    answer=lambda: models.PaymentsAddAlternativeResult,
)
