from __future__ import annotations

import mews_runtime

from mews_connector import api, models


class Currencies(mews_runtime.Resource):
    """Every currency that the API knows."""

    __slots__ = ()

    async def get_all(
        self,
    ) -> models.CurrenciesGetAllResult:
        """List currencies.

        Lists every currency that the API knows. Which of them an enterprise accepts is told in
        its configuration. Works with single-enterprise tokens only.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/currencies#get-all-currencies
        """
        return await self._session.call(
            api.CURRENCIES_GET_ALL,
            models.CurrenciesGetAllRequest(),
        )
