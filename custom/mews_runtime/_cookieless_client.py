from __future__ import annotations

from typing import Any

import httpx

__all__ = ["CookielessClient"]


class _NoCookies(httpx.Cookies):
    def extract_cookies(self, response: httpx.Response) -> None:
        """Keeps none: the API has none, and looking for them takes a tenth of a request's time."""


class CookielessClient(httpx.AsyncClient):
    """An httpx client that keeps no cookies."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._cookies = _NoCookies()
