"""Rows that cost nothing until somebody looks at them."""

from collections.abc import Callable, Iterable
from threading import RLock
from typing import Any, TypeVar

from mews_toolkit.sandbox.rows import Row, Rows

RowT = TypeVar("RowT", bound=Row)


class LateRows(Rows[RowT]):
    """Rows that are made at the first look at them, so that a sandbox starts fast.

    `make` must give the same rows whenever it is called: it cannot know what was asked before.
    """

    __slots__ = ("_lock", "_made", "_make")

    def __init__(self, make: Callable[[], Iterable[RowT]], *, of: type[Any] | None = None) -> None:
        self._of = of
        self._make = make
        self._made = False
        self._lock = RLock()

    def __getattr__(self, name: str) -> Any:
        # Python comes here only for what is not set, as the rows are not before the first look.
        if name not in Rows.__slots__:
            raise AttributeError(name)
        with self._lock:
            if not self._made:
                super().__init__(self._make(), of=self._of)
                self._made = True
        return object.__getattribute__(self, name)
