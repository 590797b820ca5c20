from mews_runtime import Kind, Operation, Portfolio

from ...models.preauthorizations_get_all_by_customers_request import (
    PreauthorizationsGetAllByCustomersRequest,
)
from ...models.preauthorizations_get_all_by_customers_result import (
    PreauthorizationsGetAllByCustomersResult,
)

PREAUTHORIZATIONS_GET_ALL_BY_CUSTOMERS = Operation[PreauthorizationsGetAllByCustomersResult](
    path="preauthorizations/getAllByCustomers",
    kind=Kind.READ,
    portfolio=Portfolio.NONE,
    request=PreauthorizationsGetAllByCustomersRequest,
    result=PreauthorizationsGetAllByCustomersResult,
)
