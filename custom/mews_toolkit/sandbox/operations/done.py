"""The result of operations that have none."""

from msgspec import Struct


class Done(Struct, frozen=True):
    """Nothing is told beyond the success."""
