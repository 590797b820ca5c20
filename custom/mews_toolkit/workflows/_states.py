from __future__ import annotations

from mews_connector import models

__all__ = ["is_final", "is_stuck"]


def is_final(state: models.PaymentState | models.PaymentRequestState) -> bool:
    """Whether the outcome is there. Of a state that came later nobody here knows."""
    return state.is_known and state.info.final


def is_stuck(state: models.PaymentState | models.PaymentRequestState) -> bool:
    """Whether no other state can follow any more, so that waiting is of no use."""
    return state.is_known and state.info.may_become == ()
