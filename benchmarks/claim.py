"""A budget, as a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from attrs import frozen

__all__ = ["Claim", "Figures"]

Figures = Mapping[str, Mapping[str, float]]
"""What was measured in one round: a candidate's name, then a figure's."""


@frozen(kw_only=True)
class Claim:
    """How large a figure of one candidate may be, or has to be, often as a multiple of another's.

    "Five times faster" is, in times, that the other one takes `at_least` five times as long.

    Attributes:
        figure: Which one, as the programs name it.
        of: Whose figure.
        to: Whose figure of the same round it is divided by, the median of which is judged, so that
            a slow spell of the machine, which meets both, does not matter. None if it is judged as
            it is, in the worst of the rounds.
        at_least: The least that it has to be.
        at_most: The most that it may be.
    """

    figure: str
    of: str
    to: str | None = None
    at_least: float | None = None
    at_most: float | None = None

    @property
    def about(self) -> str:
        """What is claimed about."""
        return f"{self.figure}, {self.of}" + ("" if self.to is None else f" / {self.to}")

    @property
    def budget(self) -> str:
        """What is claimed."""
        bounds = (("at least", self.at_least), ("at most", self.at_most))
        return ", ".join(f"{word} {bound:g}" for word, bound in bounds if bound is not None)

    def measured(self, rounds: Sequence[Figures]) -> float:
        """What it came to."""
        figures = [told[self.of][self.figure] for told in rounds]
        if self.to is None:
            return max(figures) if self.at_least is None else min(figures)
        others = [told[self.to][self.figure] for told in rounds]
        return median(ours / theirs for ours, theirs in zip(figures, others, strict=True))

    def holds(self, rounds: Sequence[Figures]) -> bool:
        """Whether that is within the bounds."""
        measured = self.measured(rounds)
        return (self.at_least is None or measured >= self.at_least) and (
            self.at_most is None or measured <= self.at_most
        )

    def verdict(self, rounds: Sequence[Figures]) -> str:
        """The same in words."""
        return "holds" if self.holds(rounds) else "falls short"
