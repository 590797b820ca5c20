from __future__ import annotations

import contextlib
import json
from collections import Counter, deque
from collections.abc import Generator
from threading import RLock

from attrs import define, field

from mews_connector import AttemptEvent, Event, errors
from mews_toolkit.observability._recorded import Recorded

__all__ = ["CallRecorder"]

_OK = "ok"
_CANCELLED = "cancelled"


@define
class _Tally:
    request_ids: deque[tuple[str, str]]
    calls: int = 0
    requests: int = 0
    answered: int = 0
    outcomes: Counter[str] = field(factory=Counter[str])


class CallRecorder:
    """Counts which operations were called, how often and with which outcome.

    Give it to clients as their `on_event`, to as many as you like, on any thread. The list that it
    makes is what the vendor's form for certification asks for; it holds no token and no body.

    Source: https://docs.mews.com/connector-api/your-journey/certification
    """

    def __init__(self, *, request_ids: int = 100) -> None:
        """Begins with nothing.

        Args:
            request_ids: How many ids of requests to keep for each operation: the last ones.

        Raises:
            ConfigurationError: It is no whole number, or negative.
        """
        if not _is_count(request_ids):
            raise errors.ConfigurationError("request_ids must be a whole number from 0")
        self._kept = request_ids
        self._tallies: dict[str, _Tally] = {}
        self._lock = RLock()
        self._counting_now = False
        self._heard: deque[Event] = deque()

    def __call__(self, event: Event) -> None:
        """Takes note of an event."""
        # Garbage collection can end a call at any moment, in the thread that is at work below.
        self._heard.append(event)
        with self._counted():
            pass

    @contextlib.contextmanager
    def _counted(self) -> Generator[None]:
        """Has the tallies to itself; they hold all that was heard, unless this is amid counting."""
        with self._lock:
            outermost = not self._counting_now
            self._counting_now = True
            try:
                while outermost and self._heard:
                    self._count(self._heard.popleft())
                yield
            finally:
                if outermost:
                    self._counting_now = False

    def _count(self, event: Event) -> None:
        outcome = _CANCELLED if event.cancelled else event.error or _OK
        tally = self._tallies.get(event.operation)
        if tally is None:
            tally = self._tallies[event.operation] = _Tally(deque(maxlen=self._kept))
        if not isinstance(event, AttemptEvent):
            tally.calls += 1
            tally.outcomes[outcome] += 1
            return
        tally.requests += event.sent
        if event.request_id is not None:
            tally.answered += 1
            tally.request_ids.append((event.request_id, outcome))

    def operations(self) -> list[Recorded]:
        """What was recorded so far, by operation in the order of their names."""
        with self._counted():
            return [
                Recorded(
                    operation=operation,
                    calls=tally.calls,
                    requests=tally.requests,
                    outcomes=dict(sorted(tally.outcomes.items())),
                    request_ids=tuple(tally.request_ids),
                    older_request_ids=tally.answered - len(tally.request_ids),
                )
                for operation, tally in sorted(self._tallies.items())
            ]

    def to_json(self) -> str:
        """The list as JSON: an array with an object for each operation."""
        return json.dumps(
            [
                {
                    "operation": it.operation,
                    "calls": it.calls,
                    "requests": it.requests,
                    "outcomes": it.outcomes,
                    "request_ids": [
                        {"request_id": request_id, "outcome": outcome}
                        for request_id, outcome in it.request_ids
                    ],
                    "older_request_ids": it.older_request_ids,
                }
                for it in self.operations()
            ],
            indent=2,
        )

    def to_markdown(self) -> str:
        """The list as a table of Markdown, a line for each operation."""
        lines = [
            "| Operation | Calls | Requests | Outcomes | Request ids |",
            "|---|---:|---:|---|---|",
        ]
        for it in self.operations():
            outcomes = ", ".join(f"{name}: {count}" for name, count in it.outcomes.items())
            ids = [_named(request_id, outcome) for request_id, outcome in it.request_ids]
            if it.older_request_ids:
                ids.insert(0, f"{it.older_request_ids} older ones")
            cells = (
                f"`{_cell(it.operation)}`",
                str(it.calls),
                str(it.requests),
                outcomes,
                ", ".join(ids),
            )
            lines.append(f"| {' | '.join(cells)} |")
        return "\n".join(lines) + "\n"


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _named(request_id: str, outcome: str) -> str:
    shown = f"`{_cell(request_id)}`"
    return shown if outcome == _OK else f"{shown} ({outcome})"


def _cell(text: str) -> str:
    """What a server or a caller made up, so that it cannot end its cell or its mark of code."""
    return " ".join(text.replace("|", "/").replace("`", "'").split())
