from mews_runtime import Kind, PagedOperation, Portfolio

from ...models.accounting_categories_get_all_request import AccountingCategoriesGetAllRequest
from ...models.accounting_categories_get_all_result import AccountingCategoriesGetAllResult
from ...models.accounting_category import AccountingCategory

ACCOUNTING_CATEGORIES_GET_ALL = PagedOperation[
    AccountingCategoriesGetAllResult, AccountingCategory
](
    path="accountingCategories/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.MANY,
    request=AccountingCategoriesGetAllRequest,
    result=AccountingCategoriesGetAllResult,
    items="accounting_categories",
    identity=("id",),
)
