from datetime import date

from mews_runtime import Deprecation, Kind, Operation, Portfolio

from ...models.accounting_items_get_all_request import AccountingItemsGetAllRequest
from ...models.accounting_items_get_all_result import AccountingItemsGetAllResult

ACCOUNTING_ITEMS_GET_ALL = Operation[AccountingItemsGetAllResult](
    path="accountingItems/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=AccountingItemsGetAllRequest,
    result=AccountingItemsGetAllResult,
    deprecated=Deprecation(
        since=date.fromisoformat("2023-04-19"),
        use="payments/getAll and orderItems/getAll",
        until=date.fromisoformat("2026-01-10"),
    ),
)
