"""How long requests and answers are on their way."""

from math import inf
from random import Random


class Latency:
    """Random travel times between `low` and `high` seconds, the same for the same seed.

    A random share of it passes before the request arrives, so that requests overtake each other as
    on a real network.
    """

    def __init__(self, span: tuple[float, float] | None, seed: int) -> None:
        low, high = (0.0, 0.0) if span is None else span
        if not 0 <= low <= high < inf:
            raise ValueError("latency is the least and the most seconds, such as (0.01, 0.05).")
        self._low = low
        self._high = high
        self._dice = Random(seed)

    def legs(self) -> tuple[float, float]:
        """The seconds that the next request takes there, and its answer back."""
        total = self._dice.uniform(self._low, self._high)
        there = self._dice.uniform(0, total)
        return there, total - there
