from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.credit_cards_disable_request import CreditCardsDisableRequest

if TYPE_CHECKING:
    from ...models.credit_cards_disable_result import CreditCardsDisableResult

CREDIT_CARDS_DISABLE: Operation[CreditCardsDisableResult] = Operation(
    path="creditCards/disable",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=CreditCardsDisableRequest,
    answer=lambda: models.CreditCardsDisableResult,
)
