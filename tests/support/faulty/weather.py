from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random
from typing import Protocol

from .mishaps import BEFORE_THE_REQUEST_IS_READ, HONEST, Mishap, Turn

__all__ = ["Planned", "Weather", "WeatherReport", "retry_after_forms"]

_FLAPS = (500, 502, 503, 504, 522)


_MISHAPS = [it for it in Mishap if it is not Mishap.NONE]


def retry_after_forms(
    seconds: int, now: datetime, *, too_long: int | None = None
) -> list[str | None]:
    """Each kind of `Retry-After` that was ever seen, those that are nonsense included.

    `too_long` is what nobody can wait for who has a deadline.
    """
    later = format_datetime((now + timedelta(seconds=seconds)).astimezone(UTC), usegmt=True)
    earlier = format_datetime((now - timedelta(days=1)).astimezone(UTC), usegmt=True)
    return [
        *(str(seconds), f"{seconds}.5", later),
        *("0", "0.25", earlier, "-3", "soon", "86400", "1e9", "", None),
        *([] if too_long is None else [str(too_long)]),
    ]


class WeatherReport(Protocol):
    """What a faulty server asks about each request."""

    def turn(self, now: datetime) -> Turn:
        """What happens to the next request."""
        ...

    def refuses(self) -> bool:
        """Whether the next connection is refused."""
        ...


class Weather:
    """Bad for the first so many requests, by dice; then fine for good."""

    def __init__(
        self,
        dice: Random,
        *,
        storm: int,
        badness: float,
        longest_retry_after: int,
        too_long: int | None = None,
    ) -> None:
        self._dice = dice
        self._left = storm
        self._badness = badness
        self._longest = longest_retry_after
        self._too_long = too_long
        self._spell: list[Mishap] = []

    def turn(self, now: datetime) -> Turn:
        dice = self._dice
        if self._left <= 0:
            return Turn()
        self._left -= 1
        if not self._spell:
            mishap = Mishap.NONE
            if dice.random() < self._badness:
                mishap = dice.choice(_MISHAPS)
            # What comes in storms: 429 of all, then servers that flap.
            often = mishap in HONEST or mishap is Mishap.FLAP
            self._spell = [mishap] * (dice.randint(1, 6) if often else 1)
        mishap = self._spell.pop()
        return Turn(
            mishap,
            committed=(mishap not in BEFORE_THE_REQUEST_IS_READ | HONEST and dice.random() < 0.5)
            or mishap is Mishap.NONE,
            retry_after=dice.choice(
                retry_after_forms(dice.randint(1, self._longest), now, too_long=self._too_long)
            ),
            status=dice.choice(_FLAPS),
        )

    def worsen(self) -> None:
        """Makes sure that something goes wrong with the next request, or its connection."""
        self._left, self._badness = 1, 1.0

    def refuses(self) -> bool:
        return self._left > 0 and self._dice.random() < self._badness / 8


class Planned:
    """So many turns, and then fine weather."""

    def __init__(self, *turns: Turn) -> None:
        self.turns = list(turns)

    def turn(self, now: datetime) -> Turn:
        del now
        return self.turns.pop(0) if self.turns else Turn()

    def refuses(self) -> bool:
        return False
