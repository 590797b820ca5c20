from __future__ import annotations

from typing import Self

from ._cancellable import Cancellable
from ._catalogue import Info

__all__ = ["Outcome", "OutcomeInfo"]


class OutcomeInfo(Info, frozen=True, kw_only=True):
    """What is known about one state on the way to an outcome.

    Attributes:
        label: The state for people, in English.
        final: Whether the outcome is there, so that waiting is of no use.
        succeeded: The outcome, or None while it is open.
        may_become: States that are known to follow, perhaps not all; None where the
            documentation does not say.
    """

    final: bool
    succeeded: bool | None
    may_become: tuple[str, ...] | None


class Outcome(Cancellable):
    """A state of something that is waited for."""

    @property
    def info(self) -> OutcomeInfo:
        """What is known about the state.

        Raises:
            LookupError: This version does not know the state.
        """
        raise NotImplementedError

    @classmethod
    def final(cls) -> tuple[Self, ...]:
        """The states in which the outcome is there."""
        return tuple(each for each in cls if each.info.final)

    @classmethod
    def pending(cls) -> tuple[Self, ...]:
        """The states in which the outcome is still open."""
        return tuple(each for each in cls if not each.info.final)
