"""What the client and the workflows decide on the way, told on stderr."""

from __future__ import annotations

import logging
import sys
from collections.abc import Generator
from contextlib import contextmanager

from mews_toolkit.cli._printable import printable
from mews_toolkit.cli._settings import Settings

__all__ = ["decisions_told"]


class _ToStderr(logging.Handler):
    def __init__(self, settings: Settings) -> None:
        super().__init__(logging.DEBUG)
        self._settings = settings

    def emit(self, record: logging.LogRecord) -> None:
        """What is amiss, or everything if that was asked for by then.

        Of a call that fails the error tells, and of one that does not there is nothing to tell.
        """
        is_of_a_call = hasattr(record, "mews_event")
        if self._settings.verbose or (record.levelno >= logging.WARNING and not is_of_a_call):
            line = self._settings.secrets.masked(record.getMessage())
            sys.stderr.write(f"mews: {printable(line)}\n")


@contextmanager
def decisions_told(settings: Settings) -> Generator[None]:
    """Tells them for as long as the command runs."""
    logger = logging.getLogger("mews_connector")
    handler = _ToStderr(settings)
    level, propagate = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
        logger.propagate = propagate
