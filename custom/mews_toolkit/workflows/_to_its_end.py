from __future__ import annotations

import asyncio
from typing import TypeVar

__all__ = ["to_its_end"]

ValueT = TypeVar("ValueT")


async def to_its_end(running: asyncio.Future[ValueT]) -> ValueT:
    """Its result; it has ended when this is left, by a cancellation too."""
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        while not running.done():
            try:
                await asyncio.wait([running])
            except asyncio.CancelledError:
                # Cancelled once more; the caller is told anyway.
                continue
        if not running.cancelled():
            # Whatever it came to, nobody asks for it any more.
            running.exception()
        raise
