"""One call, from top to bottom.

Each of its attempts goes this way: a place among the concurrent requests -> a slot of the rate
window -> POST, the body read to its end -> classified by the retry table -> the result, a wait
and another attempt, or an error.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from typing import Generic, TypeVar

from attrs import define, field, frozen

from ._api_error import api_error
from ._attempt import Attempt, call_event, requests
from ._connection import Answer, Connection
from ._events import is_followed, report
from ._journal import Journal
from ._journal_facts import enterprises_of
from ._journaled import Journaling, State
from ._limiter import Limiter, Slot
from ._observer import AttemptBegun, CallBegun, Ended, begun
from ._operation import Kind
from ._options import Options
from ._payload import Payload
from ._retry_table import RETRY_TABLE, Action, Outcome, outcome_of_status
from .errors import (
    DeadlineExceededError,
    InvalidResponseError,
    MewsError,
    NotSentError,
    OutcomeUnknownError,
    ResponseLostError,
)

__all__ = ["Call", "Result"]

ValueT = TypeVar("ValueT")

_NO_SLOT = "before a slot of the rate window was free"


@frozen
class Result(Generic[ValueT]):
    """What a call came to, and the id under which the server knows the request."""

    value: ValueT
    request_id: str | None


@frozen
class _Fault:
    """Why an attempt came to nothing."""

    outcome: Outcome
    error: MewsError
    retry_after: float | None = None


@define(repr=False, kw_only=True)
class Call(Generic[ValueT]):
    """One call on its way; it runs once.

    Attributes:
        read: Makes the value of a successful answer, or raises InvalidResponseError.
        rows: How many rows such a value holds; None where it is no list.
    """

    connection: Connection
    limiter: Limiter
    options: Options
    path: str
    kind: Kind
    payload: Payload
    read: Callable[[Answer], ValueT]
    rows: Callable[[ValueT], int] | None = None
    _attempts: list[Attempt] = field(factory=list[Attempt], init=False)
    _ends: float = field(default=0.0, init=False)
    _slept: float = field(default=0.0, init=False)
    _is_on_its_way: bool = field(default=False, init=False)

    async def run(self) -> Result[ValueT]:
        """Carries the call out.

        Raises:
            MewsError: As the retry table says.
        """
        self.connection.check_usable()
        self._ends = self._now() + self.options.retry.deadline
        ended = self._told_of_call()
        error: str | None = None
        rows: int | None = None
        try:
            if self.options.journal is None or self.kind is Kind.READ:
                result = await self._run()
            else:
                journaling = self._journaling(self.options.journal)
                result = await journaling.around(self._run, self._left())
            rows = None if self.rows is None else self.rows(result.value)
        except BaseException as raised:
            error = _name(raised)
            raise
        finally:
            self._report_call(error, rows, ended)
        return result

    def _journaling(self, journal: Journal) -> Journaling:
        return Journaling(
            journal=journal,
            operation=self.path,
            request=self.payload.to_json(),
            redact=self.connection.credentials.redact,
            now=self.connection.clock.utc,
            state=self._state,
        )

    def _state(self) -> State:
        return State(
            is_on_its_way=self._is_on_its_way,
            was_answered=any(each.status is not None for each in self._attempts),
            attempts=requests(self._attempts),
            request_id=self._attempts[-1].request_id if self._attempts else None,
        )

    async def _run(self) -> Result[ValueT]:
        waited = 0.0
        last: MewsError | None = None
        while True:
            attempt = Attempt(number=len(self._attempts) + 1, waited_for_retry=waited)
            self._attempts.append(attempt)
            outcome = await self._attempt(attempt, last)
            if isinstance(outcome, Result):
                return outcome
            delay = self._wait_before_next(attempt, outcome)
            last = outcome.error
            waited = await self._sleep(delay)

    async def _sleep(self, delay: float) -> float:
        since = self._now()
        try:
            await asyncio.sleep(delay)
        finally:
            waited = self._now() - since
            self._slept += waited
        return waited

    async def _attempt(self, attempt: Attempt, last: MewsError | None) -> Result[ValueT] | _Fault:
        ended = self._told_of_attempt(attempt)
        outcome: Result[ValueT] | _Fault
        try:
            answer = await self._exchange(attempt, last)
            if isinstance(answer, _Fault):
                outcome = answer
            # A refusal does not wait: it may be a pause, of which those in line have to know.
            elif self.rows is None or outcome_of_status(answer.status) is not None:
                outcome = self._result(attempt, answer)
            else:
                outcome = await self._result_in_turn(attempt, answer)
            attempt.error = _name(outcome.error) if isinstance(outcome, _Fault) else None
        except BaseException as raised:
            attempt.error = _name(raised)
            raise
        finally:
            self._report_attempt(attempt, ended)
        return outcome

    async def _exchange(self, attempt: Attempt, last: MewsError | None) -> Answer | _Fault:
        slot: Slot | None = None
        # One scope for both waits; setting a timer is a good part of what a call costs here.
        scope = asyncio.timeout(self._left())
        try:
            async with scope:
                slot = await self._admitted(attempt, last)
                try:
                    return await self._answer(attempt, slot)
                finally:
                    self.connection.leave()
        except TimeoutError:
            if slot is not None:
                late = self._too_late("before the answer arrived")
                late.__cause__ = last
                return _Fault(Outcome.LOST, late)
            if not scope.expired():
                raise
            self._check_pause(last)
            raise self._too_late(_NO_SLOT) from last

    async def _admitted(self, attempt: Attempt, last: MewsError | None) -> Slot:
        since = self._now()
        try:
            return await self.connection.enter(self.limiter, lambda: self._check_pause(last))
        finally:
            attempt.waited_for_limiter = self._now() - since

    def _check_pause(self, last: MewsError | None) -> None:
        pause = self.limiter.paused_for
        if pause >= self._left():
            quiet = f"while the server wants {pause:.0f} s of quiet"
            raise self._too_late(quiet if pause else _NO_SLOT) from last

    async def _answer(self, attempt: Attempt, slot: Slot) -> Answer | _Fault:
        since = self._now()
        self._is_on_its_way = attempt.sent = True
        try:
            answer = await self.connection.post(
                self.path,
                self.payload,
                timeout=self.options.timeout,
                minimal=self.options.minimal_responses,
                max_answer_bytes=self.options.max_answer_bytes,
            )
        except NotSentError as error:
            slot.release()
            self._is_on_its_way = attempt.sent = False
            return _Fault(Outcome.NOT_SENT, error)
        except ResponseLostError as error:
            attempt.status, attempt.request_id = error.status, error.request_id
            return _Fault(Outcome.LOST, error)
        finally:
            slot.stamp()
            attempt.waited_for_server = self._now() - since
        self._is_on_its_way = False
        attempt.status, attempt.request_id = answer.status, answer.request_id
        return answer

    async def _result_in_turn(self, attempt: Attempt, answer: Answer) -> Result[ValueT] | _Fault:
        # Reading a page takes its time, and so does what is done with its rows: whoever waits for
        # the event loop has a turn in between, and one between pages that arrive together.
        async with self.connection.reading:
            outcome = self._result(attempt, answer)
            await asyncio.sleep(0)
        return outcome

    def _result(self, attempt: Attempt, answer: Answer) -> Result[ValueT] | _Fault:
        outcome = outcome_of_status(answer.status)
        credentials = self.connection.credentials
        if outcome is not None:
            wait = answer.retry_after(self.connection.clock.utc())
            return _Fault(outcome, api_error(self.path, answer, wait, credentials), wait)
        try:
            if answer.is_too_large:
                raise self._too_large()
            return Result(self.read(answer), attempt.request_id)
        except InvalidResponseError as error:
            message, place = credentials.redact(error.message), error.path
        unreadable = InvalidResponseError(
            f"the answer cannot be read: {message}",
            operation=self.path,
            request_id=attempt.request_id,
            path=place,
            body=credentials.redact_bytes(answer.body),
        )
        return _Fault(Outcome.UNREADABLE, unreadable)

    def _too_large(self) -> InvalidResponseError:
        most = self.options.max_answer_bytes
        return InvalidResponseError(
            f"it is larger than the {most} bytes of max_answer_bytes; ask for less, or allow more"
        )

    def _wait_before_next(self, attempt: Attempt, fault: _Fault) -> float:
        """Seconds until the next attempt; raises where the table or the policy allows none."""
        action = RETRY_TABLE[fault.outcome][self.kind]
        if action is Action.RAISE:
            raise fault.error
        if action is Action.RAISE_UNKNOWN:
            raise OutcomeUnknownError(
                f"it may or may not have been carried out: {fault.error.message};"
                " look the record up before you repeat it",
                operation=self.path,
                request_id=attempt.request_id,
                status=attempt.status,
            ) from fault.error
        policy = self.options.retry
        delay = fault.retry_after
        if not delay:
            delay = policy.delay(attempt.number, random.random())  # noqa: S311 - jitter is no secret
        if action is Action.PAUSE_AND_RETRY:
            self.limiter.pause(delay)
        if action is Action.HALVE_AND_RETRY and not self.payload.halve():
            raise fault.error
        if isinstance(fault.error, DeadlineExceededError) or attempt.number >= policy.attempts:
            raise fault.error
        if delay >= self._left():
            if fault.retry_after:
                raise fault.error
            raise self._too_late("before another attempt") from fault.error
        return delay

    def _now(self) -> float:
        return self.connection.clock.monotonic()

    def _left(self) -> float:
        return self._ends - self._now()

    def _too_late(self, when: str) -> DeadlineExceededError:
        return DeadlineExceededError(
            f"the deadline of {self.options.retry.deadline:g} s is over {when}",
            operation=self.path,
            request_id=self._attempts[-1].request_id,
        )

    def _told_of_call(self) -> Ended | None:
        observer = self.options.observer
        if observer is None:
            return None
        return begun(observer, self.path, self._beginning)

    def _beginning(self) -> CallBegun:
        return CallBegun(
            operation=self.path,
            is_write=self.kind is Kind.WRITE,
            enterprise_ids=enterprises_of(self.payload.to_json()),
            page=self.payload.page,
        )

    def _told_of_attempt(self, attempt: Attempt) -> Ended | None:
        observer = self.options.observer
        if observer is None:
            return None
        number = attempt.number
        return begun(observer, self.path, lambda: AttemptBegun(operation=self.path, attempt=number))

    def _report_attempt(self, attempt: Attempt, ended: Ended | None) -> None:
        if attempt.error is None and ended is None and not is_followed(self.options.on_event):
            return
        event = attempt.event(self.path)
        report(event, self.options.on_event)
        if ended is not None:
            ended(event)

    def _report_call(self, error: str | None, rows: int | None, ended: Ended | None) -> None:
        if ended is None and not is_followed(self.options.on_event):
            return
        event = call_event(
            self.path,
            self._attempts,
            error=error,
            slept=self._slept,
            page=self.payload.page,
            rows=rows,
        )
        report(event, self.options.on_event)
        if ended is not None:
            ended(event)


def _name(error: BaseException) -> str:
    return type(error).__name__
