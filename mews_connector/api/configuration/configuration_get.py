from __future__ import annotations

from typing import TYPE_CHECKING

from mews_runtime import Kind, Operation, Portfolio

from ... import models
from ...models.configuration_get_request import ConfigurationGetRequest

if TYPE_CHECKING:
    from ...models.configuration_get_result import ConfigurationGetResult

CONFIGURATION_GET: Operation[ConfigurationGetResult] = Operation(
    path="configuration/get",
    kind=Kind.READ,
    portfolio=Portfolio.ONE,
    request=ConfigurationGetRequest,
    answer=lambda: models.ConfigurationGetResult,
)
