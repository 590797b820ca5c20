"""The rate windows of this process, one per environment and access token."""

from __future__ import annotations

from threading import Lock
from typing import Protocol
from weakref import WeakSet

from attrs import define, field

from ._clock import Clock
from ._limiter import RateLimit
from ._rate_window import RateWindow
from .errors import ConfigurationError

__all__ = ["User", "shared_window"]


class User(Protocol):
    """Whatever sends requests through a window, until it is closed or gone."""

    @property
    def closed(self) -> bool: ...


@define(eq=False)
class _Share:
    window: RateWindow
    users: WeakSet[User] = field(factory=WeakSet[User])

    @property
    def in_use(self) -> bool:
        return any(not user.closed for user in list(self.users))

    @property
    def forgettable(self) -> bool:
        return not self.in_use and self.window.idle


_lock = Lock()
# Keyed by hashes, so that no token is held here.
_shares: dict[tuple[str, str, Clock], _Share] = {}
_sweep_at = 64


def shared_window(
    base_url: str, fingerprint: str, limit: RateLimit, clock: Clock, user: User
) -> RateWindow:
    """The window of a token. It outlives its users as long as it remembers requests.

    Raises:
        ConfigurationError: Another live client of this process uses the token with another
            limit; two windows for one token would let twice as much through.
    """
    key = (base_url, fingerprint, clock)
    with _lock:
        share = _shares.get(key)
        if share is None:
            _forget_idle()
            share = _shares[key] = _Share(RateWindow(limit, clock=clock))
        elif share.window.limit != limit:
            if share.in_use:
                raise ConfigurationError(
                    "another client of this process uses the same access token with"
                    f" {share.window.limit}; use the same limit, or close that client first"
                )
            share.window.limit = limit
        share.users.add(user)
        return share.window


def _forget_idle() -> None:
    """Drops windows that nobody uses, seldom enough to cost nothing per client."""
    global _sweep_at  # noqa: PLW0603 - part of the shared state above
    if len(_shares) < _sweep_at:
        return
    for key in [key for key, share in _shares.items() if share.forgettable]:
        del _shares[key]
    _sweep_at = 2 * len(_shares) + 64
