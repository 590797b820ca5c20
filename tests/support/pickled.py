from __future__ import annotations

import pickle
from typing import TypeVar, cast

__all__ = ["pickled"]

ValueT = TypeVar("ValueT")


def pickled(value: ValueT, protocol: int = pickle.DEFAULT_PROTOCOL) -> ValueT:
    """The value as it comes out of a pickle of its own."""
    return cast("ValueT", pickle.loads(pickle.dumps(value, protocol)))
