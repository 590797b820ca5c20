from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mews_runtime import Deprecation, Kind, Operation, Portfolio

from ... import models
from ...models.credit_cards_get_all_by_ids_request import CreditCardsGetAllByIdsRequest

if TYPE_CHECKING:
    from ...models.credit_cards_get_all_by_ids_result import CreditCardsGetAllByIdsResult

CREDIT_CARDS_GET_ALL_BY_IDS: Operation[CreditCardsGetAllByIdsResult] = Operation(
    path="creditCards/getAllByIds",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=CreditCardsGetAllByIdsRequest,
    answer=lambda: models.CreditCardsGetAllByIdsResult,
    deprecated=Deprecation(
        since=date.fromisoformat("2020-01-01"),
        use="creditCards/getAll",
    ),
)
