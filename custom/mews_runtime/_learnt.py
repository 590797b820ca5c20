from __future__ import annotations

from datetime import timedelta

__all__ = ["Learnt"]

# A server that was only tired for a moment would else be asked for ever smaller pages by a walk
# of days, at last for single rows.
_CALM = 20


class Learnt:
    """How much the server can do at once, for the rest of a walk.

    Attributes:
        count: How many rows to ask for at a time.
        length: How long a window may be; None for as long as it is.
        pages: How many pages were asked for so far.
    """

    def __init__(self, page_size: int) -> None:
        self.count = page_size
        self.length: timedelta | None = None
        self.pages = 0
        self._page_size = page_size
        self._calm = 0

    def page_was_read(self, count: int, *, asked: int) -> None:
        """So many rows were asked for at first, and so many when it was read at last."""
        if count < asked:
            self.count = min(self.count, count)
            self._calm = 0
        elif count == self.count < self._page_size:
            self._calm += 1
            if self._calm == _CALM:
                self.count = min(2 * count, self._page_size)
                self._calm = 0

    def window_was_too_long(self, half: timedelta) -> None:
        """Half of it is to be tried, and no later one is to be longer than that."""
        self.length = min(self.length or half, half)
