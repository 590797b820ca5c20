from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar, cast

from mews_connector import errors, models

__all__ = ["is_final", "is_stuck", "wanted_states"]

StateT = TypeVar("StateT", models.PaymentState, models.PaymentRequestState)


def is_final(state: models.PaymentState | models.PaymentRequestState) -> bool:
    """Whether the outcome is there. Of a state that came later nobody here knows."""
    return state.is_known and state.info.final


def is_stuck(state: models.PaymentState | models.PaymentRequestState) -> bool:
    """Whether no other state can follow any more, so that waiting is of no use."""
    return state.is_known and state.info.may_become == ()


def wanted_states(kind: type[StateT], until: StateT | Iterable[StateT] | None) -> frozenset[StateT]:
    """The states to wait for, one or several; the final ones when none are named.

    Raises:
        InvalidRequestError: It is something else, or nothing: that would be waited for in vain.
    """
    if until is None:
        return frozenset(kind.final())
    named = _each(until)
    states = [it for it in named if isinstance(it, kind)]
    if not states or len(states) < len(named):
        raise errors.InvalidRequestError(
            f"until: pass a {kind.__name__} or several of them, such as {kind.__name__}."
            f"{next(iter(kind.final())).name}"
        )
    return frozenset(states)


def _each(until: object) -> list[object]:
    # A state is a text as well, and a text an iterable of letters.
    if isinstance(until, str):
        return [until]
    return list(cast("Iterable[object]", until)) if isinstance(until, Iterable) else []
