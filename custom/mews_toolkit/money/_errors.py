from __future__ import annotations

from collections.abc import Iterable

from mews_connector import errors

__all__ = ["InexactSumError", "MixedCurrenciesError", "UnknownPaymentStateError"]


class MixedCurrenciesError(errors.MewsError):
    """Sums of different currencies were to be added.

    Attributes:
        currencies: Their codes, in alphabetical order.
    """

    def __init__(self, currencies: Iterable[str]) -> None:
        self.currencies: tuple[str, ...] = tuple(sorted(currencies))
        super().__init__(
            f"{', '.join(self.currencies)} cannot be added to one sum; use by_currency"
        )


class InexactSumError(errors.MewsError):
    """Sums lie so far apart that no total could hold every digit of both."""


class UnknownPaymentStateError(errors.MewsError):
    """A payment is in a state that came later: whether money came in cannot be told here."""
