"""A write with its two records in the audit journal."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar
from uuid import uuid4

import attrs
from attrs import field, frozen

from ._journal import Journal, JournalRecord, WriteOutcome
from ._journal_facts import facts_of
from .errors import (
    ApiError,
    ConfigurationError,
    DeadlineExceededError,
    JournalError,
    MewsError,
    NotSentError,
)

__all__ = ["Journaling", "State"]

T = TypeVar("T")

# A write that raises one of these was not carried out; whatever could have been is an
# OutcomeUnknownError.
_CARRIED_NOTHING_OUT = (ApiError, ConfigurationError, DeadlineExceededError, NotSentError)

_logger = logging.getLogger("mews_connector")

# A disk that does not answer must not keep a call, its answer or its cancellation for ever.
_LONGEST = 10.0


@frozen
class State:
    """How far a call has come, as its record after it tells."""

    is_on_its_way: bool
    """Whether a request is out that nothing was heard of yet."""
    was_answered: bool
    """Whether the server answered any of its requests."""
    attempts: int
    request_id: str | None


@frozen(kw_only=True)
class Journaling:
    """What a write needs to be journaled.

    Attributes:
        redact: Takes the tokens out of a text.
        now: The date and time in UTC.
        state: Asked when the write has ended, in whatever way.
    """

    journal: Journal
    operation: str
    request: bytes = field(repr=False)
    redact: Callable[[str], str]
    now: Callable[[], datetime]
    state: Callable[[], State]

    async def around(self, write: Callable[[], Awaitable[T]], seconds: float) -> T:
        """The write between its records; the first one may take so many seconds, and 10 at most.

        Raises:
            JournalError: The first record could not be written, and nothing was sent.
            MewsError: As the write raises.
        """
        before = self._record()
        fault, cancelled = await _through(self.journal, before, min(seconds, _LONGEST))
        if fault is not None and not cancelled:
            raise JournalError(
                "the audit journal did not take the record before it, so nothing was sent:"
                f" {_name(fault)}",
                operation=self.operation,
            ) from fault
        if cancelled:
            await self._close(before, WriteOutcome.NOT_SENT, asyncio.CancelledError())
            raise asyncio.CancelledError
        try:
            result = await write()
        except (Exception, asyncio.CancelledError) as error:
            await self._close(before, self._outcome(error), error)
            raise
        await self._close(before, WriteOutcome.DONE, None)
        return result

    def _record(self) -> JournalRecord:
        try:
            facts = facts_of(self.request, self.redact)
        except MewsError as error:
            raise JournalError(
                "what it is about cannot be told to the audit journal, so nothing was sent",
                operation=self.operation,
            ) from error
        return JournalRecord(
            call_id=uuid4(),
            instant=self.now(),
            operation=self.redact(self.operation),
            external_identifiers=facts.external_identifiers,
            amounts=facts.amounts,
            ids=facts.ids,
        )

    def _outcome(self, error: BaseException) -> WriteOutcome:
        state = self.state()
        is_over = isinstance(error, _CARRIED_NOTHING_OUT) or (
            isinstance(error, asyncio.CancelledError) and not state.is_on_its_way
        )
        if not is_over:
            return WriteOutcome.UNKNOWN
        return WriteOutcome.REFUSED if state.was_answered else WriteOutcome.NOT_SENT

    async def _close(
        self, before: JournalRecord, outcome: WriteOutcome, error: BaseException | None
    ) -> None:
        state = self.state()
        after = attrs.evolve(
            before,
            instant=self.now(),
            outcome=outcome,
            request_id=state.request_id,
            attempts=state.attempts,
            error=None if error is None else _name(error),
        )
        fault, cancelled = await _through(self.journal, after, _LONGEST)
        if fault is not None:
            # Raised, it would take the place of the outcome, and whoever does not know that money
            # was taken takes it again.
            _tell_of_loss(after, fault)
        if cancelled and not isinstance(error, asyncio.CancelledError):
            raise asyncio.CancelledError


async def _through(
    journal: Journal, record: JournalRecord, seconds: float
) -> tuple[BaseException | None, bool]:
    """What the journal raised, and whether the caller was cancelled meanwhile.

    A cancellation waits until the record is written: half of the story would be worse than none.
    """
    task = asyncio.ensure_future(_written(journal, record))
    ends = asyncio.get_running_loop().time() + seconds
    cancelled = False
    while not task.done():
        left = ends - asyncio.get_running_loop().time()
        if left <= 0:
            task.cancel()
            return TimeoutError(f"it took longer than {seconds:g} s"), cancelled
        try:
            await asyncio.wait([task], timeout=left)
        except asyncio.CancelledError:
            cancelled = True
    if task.cancelled():
        return asyncio.CancelledError(), cancelled
    return task.result(), cancelled


async def _written(journal: Journal, record: JournalRecord) -> Exception | None:
    """What is raised is a value: nobody asks a task for it that took too long."""
    try:
        await journal.write(record)
    except Exception as error:  # noqa: BLE001 - a journal may raise anything; it is told of
        return error
    return None


def _tell_of_loss(record: JournalRecord, fault: BaseException) -> None:
    fault.__suppress_context__ = True
    with contextlib.suppress(Exception):
        # Of a logging that is broken itself, nothing can be logged.
        _logger.error(
            "the audit journal did not take the record after %s, which is: %s",
            record.operation,
            record.to_json().decode(),
            exc_info=fault,
            extra={"mews_operation": record.operation, "mews_call_id": str(record.call_id)},
        )


def _name(error: BaseException) -> str:
    return type(error).__name__
