from __future__ import annotations

from datetime import timedelta
from typing import Any

from attrs import Attribute, field, frozen

from mews_connector import errors

__all__ = ["Settle"]


def _positive(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, timedelta) or value <= timedelta(0):
        raise errors.ConfigurationError(f"{attribute.name} must be a timedelta above zero")


def _from_one(_: object, attribute: Attribute[Any], value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise errors.ConfigurationError(f"{attribute.name} must be a whole number from 1")


@frozen(kw_only=True)
class Settle:
    """When a write that nobody answered for counts as not carried out, and what follows.

    The API publishes neither how long it works on a request nor when a new row shows in lists, so
    the defaults are choices, with room to spare: integrators see rows one to three seconds late,
    and a client of this library waits 90 seconds for an answer by default.

    Attributes:
        server_limit: How long the server may still be at work on a request that was given up here.
        read_lag: How long a row that was written may be missing from lists.
        posts: The most requests to add the payment that one call makes, each after the former one
            counts as not carried out.
        lease: How long a claim lasts for a process that is heard of no more. Each request, with
            its waits, gets half of it at most, so that none is sent on a claim that ran out.

    Raises:
        ConfigurationError: A figure is not positive.
    """

    server_limit: timedelta = field(default=timedelta(seconds=120), validator=_positive)
    read_lag: timedelta = field(default=timedelta(seconds=15), validator=_positive)
    posts: int = field(default=3, validator=_from_one)
    lease: timedelta = field(default=timedelta(minutes=5), validator=_positive)
