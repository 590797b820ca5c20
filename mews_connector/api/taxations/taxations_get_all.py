from mews_runtime import Kind, Operation, Portfolio

from ...models.taxations_get_all_request import TaxationsGetAllRequest
from ...models.taxations_get_all_result import TaxationsGetAllResult

TAXATIONS_GET_ALL = Operation[TaxationsGetAllResult](
    path="taxations/getAll",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=TaxationsGetAllRequest,
    result=TaxationsGetAllResult,
)
