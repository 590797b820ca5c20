from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mews_runtime import Deprecation, Kind, Operation, Portfolio

from ... import models
from ...models.credit_cards_get_all_by_customers_request import CreditCardsGetAllByCustomersRequest

if TYPE_CHECKING:
    from ...models.credit_cards_get_all_by_customers_result import (
        CreditCardsGetAllByCustomersResult,
    )

CREDIT_CARDS_GET_ALL_BY_CUSTOMERS: Operation[CreditCardsGetAllByCustomersResult] = Operation(
    path="creditCards/getAllByCustomers",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=CreditCardsGetAllByCustomersRequest,
    answer=lambda: models.CreditCardsGetAllByCustomersResult,
    deprecated=Deprecation(
        since=date.fromisoformat("2020-01-01"),
        use="creditCards/getAll",
    ),
)
