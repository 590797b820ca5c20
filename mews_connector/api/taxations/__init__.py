from __future__ import annotations

import mews_runtime

from mews_connector import api, models


class Taxations(mews_runtime.Resource):
    """Taxes and their rates."""

    __slots__ = ()

    async def get_all(
        self,
    ) -> models.TaxationsGetAllResult:
        """List taxations and their rates.

        Lists every tax that the API knows, with its rates. Which of them apply to an enterprise
        follows from its tax environment, see taxEnvironments/getAll. Works with single-
        enterprise tokens only.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/taxations#get-all-taxations
        """
        return await self._session.call(
            api.TAXATIONS_GET_ALL,
            models.TaxationsGetAllRequest(),
        )
