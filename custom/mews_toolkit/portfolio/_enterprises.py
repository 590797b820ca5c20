from __future__ import annotations

from mews_connector import MewsClient, models

__all__ = ["enterprises"]


async def enterprises(mews: MewsClient) -> list[models.Enterprise]:
    """All enterprises that the token of a portfolio reaches, newest first.

    Of a view of one enterprise it is that one.

    Raises:
        UnauthorizedError: The token is wrong, or one of a single enterprise; the API does not
            list that.
        MewsError: Whatever else goes wrong.
    """
    return await mews.enterprises.get_all().collect()
