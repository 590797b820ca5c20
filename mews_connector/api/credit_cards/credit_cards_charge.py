from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.credit_cards_charge_request import CreditCardsChargeRequest

if TYPE_CHECKING:
    from ...models.credit_cards_charge_result import CreditCardsChargeResult

CREDIT_CARDS_CHARGE: Operation[CreditCardsChargeResult] = Operation(
    path="creditCards/charge",
    kind=Kind.WRITE,
    portfolio=Portfolio.NONE,
    request=CreditCardsChargeRequest,
    answer=lambda: models.CreditCardsChargeResult,
)
