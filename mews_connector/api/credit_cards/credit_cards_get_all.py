from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.credit_cards_get_all_request import CreditCardsGetAllRequest

if TYPE_CHECKING:
    from ...models.credit_card import CreditCard
    from ...models.credit_cards_get_all_result import CreditCardsGetAllResult

CREDIT_CARDS_GET_ALL: PagedOperation[CreditCardsGetAllResult, CreditCard] = PagedOperation(
    path="creditCards/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=CreditCardsGetAllRequest,
    answer=lambda: models.CreditCardsGetAllResult,
    items="credit_cards",
    identity=("id",),
)
