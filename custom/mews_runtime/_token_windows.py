from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from weakref import WeakValueDictionary

from ._fleet_window import FleetWindow

__all__ = ["TokenWindows"]


class TokenWindows:
    """The window of each token: one for all its clients, and kept as long as it remembers."""

    def __init__(self, new_window: Callable[[str], FleetWindow]) -> None:
        self._new_window = new_window
        self._lock = Lock()
        self._in_use: WeakValueDictionary[str, FleetWindow] = WeakValueDictionary()
        # What one client has sent counts for the next one, in another event loop as well.
        self._kept: dict[str, FleetWindow] = {}
        self._sweep_at = 64

    def get(self, name: str) -> FleetWindow:
        with self._lock:
            window = self._in_use.get(name)
            if window is None:
                self._sweep()
                window = self._in_use[name] = self._new_window(name)
            self._kept[name] = window
            return window

    def _sweep(self) -> None:
        """Lets go of those that remember nothing, seldom enough to cost nothing per client."""
        if len(self._kept) >= self._sweep_at:
            self._kept = {name: it for name, it in self._kept.items() if not it.idle}
            self._sweep_at = 2 * len(self._kept) + 64
