from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Generic, TypeVar

from mews_connector import models
from mews_toolkit.money import by_currency, exact_sum

__all__ = ["Tally", "per_currency"]

KeyT = TypeVar("KeyT", bound=tuple[object, ...])


class Tally(Generic[KeyT]):
    """Counts rows and adds up their figures, key by key, while they come in."""

    def __init__(self) -> None:
        self._sums: dict[KeyT, tuple[int, tuple[Decimal, ...]]] = {}

    def add(self, key: KeyT, *figures: Decimal) -> None:
        """One more row, always with as many figures."""
        known = self._sums.get(key)
        if known is None:
            self._sums[key] = 1, figures
            return
        count, sums = known
        self._sums[key] = count + 1, tuple(map(exact_sum, sums, figures))

    def __iter__(self) -> Iterator[tuple[KeyT, int, tuple[Decimal, ...]]]:
        """Each key with its count and sums, in an order that does not depend on the rows'."""
        for key in sorted(self._sums, key=_as_texts):
            yield key, *self._sums[key]


def per_currency(figures: Iterable[tuple[str, Decimal]]) -> dict[str, Decimal]:
    """The sums of figures that come with the code of their currency."""
    return by_currency(models.CurrencyValue(currency=code, value=it) for code, it in figures)


def _as_texts(key: tuple[object, ...]) -> tuple[str, ...]:
    return tuple("" if part is None else str(part) for part in key)
