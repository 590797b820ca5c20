"""A store for the tests of fleets, on virtual time, that does what the script of Redis does."""

from __future__ import annotations

import asyncio
from collections import Counter

from mews_runtime._slot_store import Ask, Reply, StoreUnavailableError

__all__ = ["MemoryStore"]


class MemoryStore:
    """Keeps the slots of one token.

    Attributes:
        away: Whether it fails.
        too_late: Whether it does what it is told and then fails all the same.
        delay: Seconds that each answer takes.
        asked: How often it was asked.
    """

    def __init__(self) -> None:
        self.away = self.too_late = False
        self.delay = 0.0
        self.asked = 0
        self.users: Counter[asyncio.AbstractEventLoop] = Counter()
        self._memories = 0
        self.forget()

    def forget(self) -> None:
        self._memories += 1
        self._slots: dict[str, float] = {}
        self._paused_until = 0.0

    def lose_slots(self) -> None:
        """Forgets them without a sign of it."""
        self._slots = {}

    def enter(self) -> None:
        self.users[asyncio.get_running_loop()] += 1

    async def leave(self) -> None:
        self.users[asyncio.get_running_loop()] -= 1

    async def ask(self, key: str, ask: Ask) -> Reply:
        del key
        self.asked += 1
        await asyncio.sleep(self.delay / 2)
        if self.away:
            raise StoreUnavailableError
        reply = self._answer(ask, asyncio.get_running_loop().time())
        if self.too_late:
            raise StoreUnavailableError
        await asyncio.sleep(self.delay / 2)
        return reply

    def _answer(self, ask: Ask, now: float) -> Reply:
        if ask.pause:
            self._paused_until = max(self._paused_until, now + ask.pause)
        self._slots |= {slot: now + left for slot, left in ask.taken.items()}
        for slot in ask.freed:
            self._slots.pop(slot, None)
        self._slots = {slot: until for slot, until in self._slots.items() if now < until}
        state, granted = f"memory {self._memories}", 0
        if now >= self._paused_until and ask.known in {None, state}:
            granted = max(0, min(ask.limit.requests - len(self._slots), len(ask.wanted)))
            self._slots |= dict.fromkeys(ask.wanted[:granted], now + ask.lease)
        free = ask.limit.requests - len(self._slots)
        ends = sorted(self._slots.values())
        paused = max(0.0, self._paused_until - now)
        return Reply(
            state=state,
            granted=granted,
            free=max(0, free),
            wait=max(paused, ends[-free] - now if free <= 0 else 0.0),
            paused=paused,
            resets=max(paused, min(ask.limit.seconds, ends[-1] - now) if ends else 0.0),
        )
