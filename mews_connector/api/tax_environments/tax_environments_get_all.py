from mews_runtime import Kind, Operation, Portfolio

from ...models.tax_environments_get_all_request import TaxEnvironmentsGetAllRequest
from ...models.tax_environments_get_all_result import TaxEnvironmentsGetAllResult

TAX_ENVIRONMENTS_GET_ALL = Operation[TaxEnvironmentsGetAllResult](
    path="taxEnvironments/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=TaxEnvironmentsGetAllRequest,
    result=TaxEnvironmentsGetAllResult,
)
