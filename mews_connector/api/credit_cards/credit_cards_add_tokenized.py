from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.credit_cards_add_tokenized_request import CreditCardsAddTokenizedRequest

if TYPE_CHECKING:
    from ...models.credit_cards_add_tokenized_result import CreditCardsAddTokenizedResult

CREDIT_CARDS_ADD_TOKENIZED: Operation[CreditCardsAddTokenizedResult] = Operation(
    path="creditCards/addTokenized",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=CreditCardsAddTokenizedRequest,
    answer=lambda: models.CreditCardsAddTokenizedResult,
)
