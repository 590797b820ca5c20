from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mews_runtime import Deprecation, Kind, Operation, Portfolio

from ... import models
from ...models.payments_add_credit_card_request import PaymentsAddCreditCardRequest

if TYPE_CHECKING:
    from ...models.payments_add_credit_card_result import PaymentsAddCreditCardResult

PAYMENTS_ADD_CREDIT_CARD: Operation[PaymentsAddCreditCardResult] = Operation(
    path="payments/addCreditCard",
    kind=Kind.WRITE,
    portfolio=Portfolio.NONE,
    request=PaymentsAddCreditCardRequest,
    answer=lambda: models.PaymentsAddCreditCardResult,
    deprecated=Deprecation(
        since=date.fromisoformat("2026-07-29"),
        until=date.fromisoformat("2028-01-10"),
    ),
)
