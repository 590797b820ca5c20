from __future__ import annotations

import mews_runtime

from mews_connector import api, models


class TaxEnvironments(mews_runtime.Resource):
    """Which taxes are raised where, and since when."""

    __slots__ = ()

    async def get_all(
        self,
    ) -> models.TaxEnvironmentsGetAllResult:
        """List tax environments.

        Lists every tax environment that the API knows. An enterprise names its own as
        `TaxEnvironmentCode` in the configuration. Works with single-enterprise tokens only.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/taxenvironments#get-all-tax-environments
        """
        return await self._session.call(
            api.TAX_ENVIRONMENTS_GET_ALL,
            models.TaxEnvironmentsGetAllRequest(),
        )
