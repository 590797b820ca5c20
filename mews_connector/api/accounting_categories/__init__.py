from __future__ import annotations

from uuid import UUID

import mews_runtime

from mews_connector import api, models


class AccountingCategories(mews_runtime.Resource):
    """What revenue and payments are filed under."""

    __slots__ = ()

    def get_all(
        self,
        *,
        enterprise_ids: list[UUID] | None = None,
        accounting_category_ids: list[UUID] | None = None,
        updated_utc: models.TimeInterval | None = None,
        activity_states: list[models.ActivityState] | None = None,
        page_size: int = 1000,
        resume: str | None = None,
        prefetch: bool = False,
        concurrency: int = 1,
        ordered: bool = True,
    ) -> mews_runtime.Paginator[models.AccountingCategory, models.AccountingCategoriesGetAllResult]:
        """List accounting categories.

        Lists the categories that an enterprise files its revenue and payments under, newest
        first, each with its codes for the books. They change rarely, so keep them.

        Args:
            enterprise_ids: Enterprises to look in; all that the access token reaches when
                left out. More than 1000 are asked for in parts.
            accounting_category_ids: These accounting categories. More than 1000 are asked
                for in parts.
            updated_utc: When the accounting category last changed. What is longer than 3
                months is asked for in parts.
            activity_states: Only accounting categories in one of these states; those in use
                and those deleted when left out.
            page_size: The most rows that one request asks for, 1 to 1000.
            resume: The `.resume` of an error or a page, to go on after what that walk gave.
            prefetch: Whether to read one page ahead of the one in use.
            concurrency: How many parts of a long interval or list to read at the same time.
            ordered: Whether rows still come part after part, or as they are read.

        Raises:
            InvalidRequestError: It is refused here; `.problems` lists every fault.
            MewsError: Whatever else goes wrong, as the tree in `mews_connector.errors` shows.

        Source: https://docs.mews.com/connector-api/operations/accountingcategories#get-all-accounting-categories
        """
        return self._session.paginate(
            api.ACCOUNTING_CATEGORIES_GET_ALL,
            models.AccountingCategoriesGetAllRequest(
                enterprise_ids=enterprise_ids,
                accounting_category_ids=accounting_category_ids,
                updated_utc=updated_utc,
                activity_states=activity_states,
            ),
            page_size=page_size,
            resume=resume,
            prefetch=prefetch,
            concurrency=concurrency,
            ordered=ordered,
        )
