from __future__ import annotations

from uuid import UUID

import mews_runtime

from mews_connector import api, models


class Configuration(mews_runtime.Resource):
    """What an enterprise is set up to do."""

    __slots__ = ()

    async def get(
        self,
        *,
        enterprise_id: UUID | None = None,
    ) -> models.ConfigurationGetResult:
        """Read how an enterprise is set up.

        Tells what an enterprise accepts and how it keeps its books: currencies, external
        payment types, pricing, time zone, and for how long its figures can still change. A
        portfolio token that names no enterprise gets a stand-in for the whole portfolio.

        Args:
            enterprise_id: Enterprise to read about, with a portfolio token. Ignored
                otherwise.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/configuration#get-configuration
        """
        return await self._session.call(
            api.CONFIGURATION_GET,
            models.ConfigurationGetRequest(
                enterprise_id=enterprise_id,
            ),
        )
