from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal, DecimalException, Inexact, InvalidOperation, Overflow
from typing import TypeVar

from mews_toolkit.money._errors import InexactSumError

__all__ = ["exactly"]

ResultT = TypeVar("ResultT", Decimal, dict[str, Decimal])

_DIGITS = 200


def exactly(reckon: Callable[[Context], ResultT]) -> ResultT:
    """What the function reckons with a context that loses no digit.

    The context of the thread would not do: it rounds to 28 digits, or to whatever it was set to.

    Raises:
        InexactSumError: A digit would be lost.
    """
    context = Context(prec=_DIGITS, traps=[Inexact, InvalidOperation, Overflow])
    try:
        return reckon(context)
    except DecimalException:
        raise InexactSumError(
            f"the values cannot be added with every digit kept: that takes more than {_DIGITS}"
        ) from None
