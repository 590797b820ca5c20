"""The registry of rate windows as a test sees it."""

from __future__ import annotations

from typing import Any

import pytest

from mews_connector import Clock, RateLimit, RateWindow
from mews_runtime import _shared_windows

__all__ = ["LIMIT", "User", "new_registry", "use"]

LIMIT = RateLimit(requests=2, seconds=10.0)


class User:
    """Whoever uses a window, without the weight of a client."""

    @property
    def closed(self) -> bool:
        return False


def use(token: str, clock: Clock, user: User) -> RateWindow:
    return _shared_windows.shared_window("https://mews.test", token, LIMIT, clock, user)


def new_registry(monkeypatch: pytest.MonkeyPatch) -> dict[Any, Any]:
    """The registry of a process that has just begun, in place of this one's."""
    registry: dict[Any, Any] = {}
    monkeypatch.setattr(_shared_windows, "_shares", registry)
    monkeypatch.setattr(_shared_windows, "_sweep_at", 64)
    return registry
