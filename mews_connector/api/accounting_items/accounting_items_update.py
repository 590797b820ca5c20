from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.accounting_items_update_request import AccountingItemsUpdateRequest

if TYPE_CHECKING:
    from ...models.accounting_items_update_result import AccountingItemsUpdateResult

ACCOUNTING_ITEMS_UPDATE: Operation[AccountingItemsUpdateResult] = Operation(
    path="accountingItems/update",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=AccountingItemsUpdateRequest,
    answer=lambda: models.AccountingItemsUpdateResult,
)
