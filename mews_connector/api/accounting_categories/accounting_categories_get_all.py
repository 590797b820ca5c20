from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, PagedOperation, Portfolio

from ... import models
from ...models.accounting_categories_get_all_request import AccountingCategoriesGetAllRequest

if TYPE_CHECKING:
    from ...models.accounting_categories_get_all_result import AccountingCategoriesGetAllResult
    from ...models.accounting_category import AccountingCategory

ACCOUNTING_CATEGORIES_GET_ALL: PagedOperation[
    AccountingCategoriesGetAllResult, AccountingCategory
] = PagedOperation(
    path="accountingCategories/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=AccountingCategoriesGetAllRequest,
    answer=lambda: models.AccountingCategoriesGetAllResult,
    items="accounting_categories",
    identity=("id",),
)
