from __future__ import annotations

from collections.abc import Iterator

from ._position import Position
from ._resume import ResumeToken

__all__ = ["Progress"]


class Progress:
    """How far a walk has come: which legs were begun, and where they go on."""

    def __init__(self, start: ResumeToken, legs: int) -> None:
        self._query = start.query
        self._begun = {it.leg: it for it in start.begun}
        self._next = start.next
        self._legs = legs

    def legs(self) -> Iterator[Position]:
        """The legs to walk, newest first; each counts as begun when it is taken."""
        yield from list(self._begun.values())
        while self._next < self._legs:
            position = Position(self._next)
            self._begun[position.leg] = position
            self._next += 1
            yield position

    def note(self, leg: int, following: Position | None) -> None:
        """A page of the leg was given, and this is where it goes on, if it does."""
        if following is None:
            del self._begun[leg]
        else:
            self._begun[leg] = following

    @property
    def done(self) -> int:
        """How many legs were walked to their end, those of earlier walks included."""
        return self._next - len(self._begun)

    def resume(self) -> str | None:
        """The string to go on from; None at the end."""
        begun = dict(self._begun)
        following = self._next
        # Those at the end of which nothing was given yet go without saying.
        while begun.get(following - 1) == Position(following - 1):
            following -= 1
            del begun[following]
        if not begun and following == self._legs:
            return None
        return str(ResumeToken(self._query, tuple(begun.values()), following))
