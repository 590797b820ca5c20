from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mews_runtime import Deprecation, Kind, Operation, Portfolio

from ... import models
from ...models.accounting_items_get_all_request import AccountingItemsGetAllRequest

if TYPE_CHECKING:
    from ...models.accounting_items_get_all_result import AccountingItemsGetAllResult

ACCOUNTING_ITEMS_GET_ALL: Operation[AccountingItemsGetAllResult] = Operation(
    path="accountingItems/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=AccountingItemsGetAllRequest,
    answer=lambda: models.AccountingItemsGetAllResult,
    deprecated=Deprecation(
        since=date.fromisoformat("2023-04-19"),
        use="payments/getAll and orderItems/getAll",
        until=date.fromisoformat("2026-01-10"),
    ),
)
