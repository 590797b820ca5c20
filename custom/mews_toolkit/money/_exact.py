from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal, DecimalException, Inexact, InvalidOperation, Overflow
from functools import reduce
from typing import TypeVar

from mews_toolkit.money._errors import InexactSumError

__all__ = ["exact_sum", "exactly"]

ResultT = TypeVar("ResultT", Decimal, dict[str, Decimal])

_DIGITS = 200
_EXACT = Context(prec=_DIGITS, traps=[Inexact, InvalidOperation, Overflow])


def exactly(reckon: Callable[[Context], ResultT]) -> ResultT:
    """What the function reckons with a context that loses no digit.

    The context of the thread would not do: it rounds to 28 digits, or to whatever it was set to.

    Raises:
        InexactSumError: A digit would be lost.
    """
    try:
        return reckon(_EXACT)
    except DecimalException:
        raise InexactSumError(
            f"the values cannot be added with every digit kept: that takes more than {_DIGITS}"
        ) from None


def exact_sum(*values: Decimal) -> Decimal:
    """The sum of plain numbers, every digit kept; 0 of none.

    For figures of one currency that are summed while rows come in. Elsewhere `total` and
    `by_currency` are the better choice: they know the currencies.

    Raises:
        InexactSumError: A digit would be lost.
    """
    return exactly(lambda context: reduce(context.add, values, Decimal(0)))
