from __future__ import annotations

from uuid import UUID

import mews_runtime

from mews_connector import api, models


class Enterprises(mews_runtime.Resource):
    """The properties that a portfolio token reaches."""

    __slots__ = ()

    def get_all(
        self,
        *,
        enterprise_ids: list[UUID] | None = None,
        external_identifiers: list[str] | None = None,
        linked_utc: models.TimeInterval | None = None,
        updated_utc: models.TimeInterval | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.Enterprise, models.EnterprisesGetAllResult]:
        """List the enterprises of a portfolio.

        Lists the enterprises that a portfolio access token reaches, newest first. A token of a
        single enterprise has been seen to be refused with 401.

        Args:
            enterprise_ids: These enterprises; all that the access token reaches when left
                out. More than 1000 are asked for in parts.
            external_identifiers: Enterprises with one of these identifiers of the chain's
                own. More than 1000 are asked for in parts.
            linked_utc: When the enterprise was connected to the integration. What is longer
                than 3 months is asked for in parts.
            updated_utc: When the enterprise last changed. What is longer than 3 months is
                asked for in parts.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/enterprises#get-all-enterprises
        """
        return self._session.paginate(
            api.ENTERPRISES_GET_ALL,
            models.EnterprisesGetAllRequest(
                enterprise_ids=enterprise_ids,
                external_identifiers=external_identifiers,
                linked_utc=linked_utc,
                updated_utc=updated_utc,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )
