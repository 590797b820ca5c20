from mews_runtime import Kind, Operation, Portfolio

from ...models.configuration_get_request import ConfigurationGetRequest
from ...models.configuration_get_result import ConfigurationGetResult

CONFIGURATION_GET = Operation[ConfigurationGetResult](
    path="configuration/get",
    kind=Kind.READ,
    portfolio=Portfolio.ONE,
    request=ConfigurationGetRequest,
    result=ConfigurationGetResult,
)
