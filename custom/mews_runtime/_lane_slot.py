from __future__ import annotations

from typing import Protocol

__all__ = ["LaneSlot", "SlotKeeper"]


class SlotKeeper(Protocol):
    """Who gave a slot, and gets it back."""

    def now(self) -> float: ...
    def end(self, slot: str, stamped: float | None) -> None:
        """The request ended: answered at that time, or never sent. For any thread."""
        ...


class LaneSlot:
    """A slot that ends once, however often and wherever it is told so."""

    def __init__(self, keeper: SlotKeeper, name: str) -> None:
        self._keeper: SlotKeeper | None = keeper
        self._name = name

    def stamp(self) -> None:
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.end(self._name, keeper.now())

    def release(self) -> None:
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.end(self._name, None)
