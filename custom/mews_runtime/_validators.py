"""What set-up values must be; what is wrong with one is a ConfigurationError."""

from __future__ import annotations

import math
from typing import Any

from attrs import Attribute

from .errors import ConfigurationError

__all__ = ["must_be", "positive", "whole"]


def positive(owner: object, attribute: Attribute[Any], value: object) -> None:
    """A validator of finite numbers above zero."""
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else 0
    if not 0 < number < math.inf:
        raise ConfigurationError(f"{_place(owner, attribute)} must be a positive number")


def whole(owner: object, attribute: Attribute[Any], value: object) -> None:
    """A validator of whole numbers from one."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ConfigurationError(f"{_place(owner, attribute)} must be a whole number from 1")


def must_be(kind: type | tuple[type, ...], name: str, value: object, advice: str) -> None:
    """Refuses a value of another type.

    Raises:
        ConfigurationError: It is none of the kind.
    """
    if isinstance(value, type) or not isinstance(value, kind):
        raise ConfigurationError(f"{name} must be {advice}, not {type(value).__name__}")


def _place(owner: object, attribute: Attribute[Any]) -> str:
    return f"{type(owner).__name__}: {attribute.name}"
