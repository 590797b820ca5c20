from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from mews_connector import errors
from mews_toolkit.workflows._reconciliation_error import ReconciliationError
from mews_toolkit.workflows._to_its_end import to_its_end

__all__ = ["side_by_side"]


async def side_by_side(**reads: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Carries reads out at the same time; all have ended when it is left, however that is.

    Not a `TaskGroup`: that of Python 3.11 leaves its task marked as cancelled after a failure.

    Raises:
        ReconciliationError: One or more failed, and the others were called off.
    """
    tasks = {name: asyncio.create_task(read()) for name, read in reads.items()}
    try:
        await asyncio.wait(tasks.values(), return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks.values():
            task.cancel()
        await to_its_end(asyncio.gather(*tasks.values(), return_exceptions=True))
    failures: dict[str, errors.MewsError] = {}
    for name, task in tasks.items():
        error = None if task.cancelled() else task.exception()
        if isinstance(error, errors.MewsError):
            failures[name] = error
        elif error is not None:
            raise error
    if failures:
        several = ExceptionGroup("several reads failed", list(failures.values()))
        cause = several if len(failures) > 1 else several.exceptions[0]
        raise ReconciliationError(failures) from cause
    for task in tasks.values():
        # Raises the cancellation that came out of a read itself.
        task.result()
