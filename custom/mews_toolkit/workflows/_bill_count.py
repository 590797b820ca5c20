from __future__ import annotations

from attrs import frozen

from mews_connector import models
from mews_toolkit.workflows._tally import Tally

__all__ = ["BillCount", "BillCounts"]


@frozen
class BillCount:
    """How many bills of one kind were closed.

    Attributes:
        type_: What they were closed as.
        correction_state: Whether they stand for themselves or correct others.
        count: How many they are.
    """

    type_: models.BillType
    correction_state: models.BillCorrectionState | None
    count: int


class BillCounts:
    """Counts bills while they come in."""

    def __init__(self) -> None:
        self._tally = Tally[tuple[models.BillType, models.BillCorrectionState | None]]()

    def add(self, bill: models.Bill) -> None:
        """One more bill."""
        self._tally.add((bill.type_, bill.correction_state))

    def counts(self) -> tuple[BillCount, ...]:
        """How many there are of each kind."""
        return tuple(BillCount(*kind, count) for kind, count, _ in self._tally)
