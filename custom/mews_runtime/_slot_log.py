from __future__ import annotations

from collections import deque

from attrs import define

__all__ = ["SlotLog"]


@define
class _Held:
    """One slot.

    Attributes:
        renewed: When the store was told of it last.
        stamped: When the answer arrived; None while the request is in flight.
        told: Whether the store knows all this.
    """

    renewed: float
    stamped: float | None = None
    told: bool = True


class SlotLog:
    """The slots that one event loop took and that are not free yet, as far as it knows.

    It belongs to that loop. `note` and `counted` are for anybody, at any moment.
    """

    def __init__(
        self, seconds: float, *, lease: float, renew_after: float, tell_within: float
    ) -> None:
        self._seconds = seconds
        self._lease = lease
        self._renew_after = renew_after
        self._tell_within = tell_within
        self._held: dict[str, _Held] = {}
        self._freed: dict[str, float] = {}
        self._notes: deque[tuple[str, float | None]] = deque()

    def note(self, slot: str, stamped: float | None) -> None:
        """The request ended: answered at that time, or never sent.

        Garbage collection can end a request amid anything, so no more than this is done at once.
        """
        self._notes.append((slot, stamped))

    def counted(self, now: float) -> int:
        """How many of these slots the server may count at present."""
        held = list(self._held.values())
        return sum(it.stamped is None or now < it.stamped + self._seconds for it in held)

    def add(self, slot: str, now: float, *, told: bool) -> None:
        self._held[slot] = _Held(now, told=told)

    def free(self, slots: list[str], now: float) -> None:
        """Slots that the store may have given, and that nobody uses."""
        # After that long the store has freed them by itself.
        self._freed.update(dict.fromkeys(slots, now + self._lease))

    def bring_up_to_date(self, now: float) -> None:
        """Does what was noted, and drops what is over."""
        while self._notes:
            slot, stamped = self._notes.popleft()
            if stamped is None:
                del self._held[slot]
                self.free([slot], now)
            else:
                self._held[slot].stamped, self._held[slot].told = stamped, False
        self._held = {
            slot: it
            for slot, it in self._held.items()
            if it.stamped is None or now < it.stamped + self._seconds
        }
        self._freed = {slot: until for slot, until in self._freed.items() if now < until}

    @property
    def empty(self) -> bool:
        return not self._held and not self._notes and not self._freed

    def next_free(self) -> float | None:
        """When the first slot comes back, if any was answered."""
        return min(
            (it.stamped + self._seconds for it in self._held.values() if it.stamped is not None),
            default=None,
        )

    def ends(self, now: float) -> list[float]:
        """When each slot is back, if those in flight are answered now. For anybody."""
        held = list(self._held.values())
        return [(now if it.stamped is None else it.stamped) + self._seconds for it in held]

    def tell_at(self, now: float) -> float | None:
        """When the store has to hear of these slots at the latest."""
        if self._freed:
            return now
        return min(
            (
                it.renewed + self._renew_after
                if it.stamped is None or it.told
                else it.stamped + self._tell_within
                for it in self._held.values()
            ),
            default=None,
        )

    def to_tell(self, now: float) -> tuple[dict[str, float], list[str]]:
        """What the store has to hear: when slots will be free, and which are."""
        taken: dict[str, float] = {}
        for slot, it in self._held.items():
            if it.told and now < it.renewed + self._renew_after:
                continue
            if it.stamped is None:
                taken[slot] = self._lease
            else:
                taken[slot] = it.stamped + self._seconds - now
        return taken, list(self._freed)

    def was_told(self, now: float, taken: dict[str, float], freed: list[str]) -> None:
        """The store has heard what `to_tell` gave at that time."""
        for slot in freed:
            self._freed.pop(slot, None)
        for slot in taken:
            held = self._held[slot]
            held.renewed, held.told = now, True

    def was_forgotten(self) -> None:
        """The store remembers none of these slots."""
        for it in self._held.values():
            it.told = False
