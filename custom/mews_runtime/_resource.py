from __future__ import annotations

import mews_runtime

__all__ = ["Resource"]


class Resource:
    """The operations of one resource of the API; generated classes add them as methods."""

    __slots__ = ("_session",)

    def __init__(self, session: mews_runtime.Session) -> None:
        self._session = session
