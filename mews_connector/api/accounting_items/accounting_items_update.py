from mews_runtime import Kind, Operation, Portfolio

from ...models.accounting_items_update_request import AccountingItemsUpdateRequest
from ...models.accounting_items_update_result import AccountingItemsUpdateResult

ACCOUNTING_ITEMS_UPDATE = Operation[AccountingItemsUpdateResult](
    path="accountingItems/update",
    kind=Kind.WRITE,
    portfolio=Portfolio.ONE,
    request=AccountingItemsUpdateRequest,
    result=AccountingItemsUpdateResult,
)
