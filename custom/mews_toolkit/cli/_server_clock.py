from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx
from attrs import define

from mews_toolkit.cli._check import Check, Verdict

__all__ = ["ServerClock"]

# Dates of answers are whole seconds, and answers are on their way for some.
_TOLERATED = timedelta(seconds=5)


def _now() -> datetime:
    return datetime.now(UTC)


@define
class ServerClock:
    """How far this machine's clock is ahead of the server's, by the latest answer."""

    ahead: timedelta | None = None

    async def note(self, response: httpx.Response) -> None:
        """To be called with every answer as it arrives."""
        try:
            told = parsedate_to_datetime(response.headers.get("Date", ""))
        except ValueError:
            return
        self.ahead = _now() - told.astimezone(UTC)

    def check(self) -> Check:
        """Whether the two agree."""
        if self.ahead is None:
            return Check("clock", Verdict.UNKNOWN, "the answers tell no date")
        if abs(self.ahead) <= _TOLERATED:
            agreed = f"agrees with the server's within {_TOLERATED.seconds} seconds"
            return Check("clock", Verdict.OK, agreed)
        seconds = round(self.ahead.total_seconds())
        side = "ahead of" if seconds > 0 else "behind"
        return Check(
            "clock",
            Verdict.WRONG,
            f"{abs(seconds)} seconds {side} the server's",
            "set this machine's clock: spans that end now miss rows, or ask for the future",
        )
