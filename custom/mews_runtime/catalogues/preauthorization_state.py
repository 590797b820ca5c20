"""What the states of preauthorizations mean."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self

from ._catalogue import look_up
from ._outcome import Outcome, OutcomeInfo

__all__ = ["ROWS", "PreauthorizationStateCatalogue", "PreauthorizationStateInfo"]


class PreauthorizationStateInfo(OutcomeInfo, frozen=True, kw_only=True):
    """What is known about one state of a preauthorization.

    Attributes:
        chargeable: Whether the reserved amount can be charged.

    Source: https://docs.mews.com/connector-api/operations/preauthorizations#preauthorization-state
    """

    chargeable: bool


class PreauthorizationStateCatalogue(Outcome):
    """States of preauthorizations. Theirs is the one `Cancelled` with two l; see `is_cancelled`."""

    @property
    def info(self) -> PreauthorizationStateInfo:
        """What is known about the state.

        Raises:
            LookupError: This version does not know the state.
        """
        return look_up(self, ROWS)

    @classmethod
    def chargeable(cls) -> tuple[Self, ...]:
        """The states in which the reserved amount can be charged."""
        return tuple(each for each in cls if each.info.chargeable)


ROWS: Mapping[str, PreauthorizationStateInfo] = MappingProxyType(
    {
        "Chargeable": PreauthorizationStateInfo(
            label="Can be charged",
            final=False,
            succeeded=None,
            may_become=("Charged", "Expired", "Cancelled"),
            chargeable=True,
        ),
        "Expired": PreauthorizationStateInfo(
            label="Expired", final=True, succeeded=False, may_become=(), chargeable=False
        ),
        "Cancelled": PreauthorizationStateInfo(
            label="Cancelled", final=True, succeeded=False, may_become=(), chargeable=False
        ),
        "Charged": PreauthorizationStateInfo(
            label="Charged", final=True, succeeded=True, may_become=(), chargeable=False
        ),
        "Pending": PreauthorizationStateInfo(
            label="Pending", final=False, succeeded=None, may_become=None, chargeable=False
        ),
        "Failed": PreauthorizationStateInfo(
            label="Failed", final=True, succeeded=False, may_become=(), chargeable=False
        ),
    }
)
