from __future__ import annotations

from attrs import field, frozen

from ._validators import positive, whole

__all__ = ["RetryPolicy"]


@frozen(kw_only=True)
class RetryPolicy:
    """How often and how long a call is tried. What may be retried at all is not up to it.

    Attributes:
        attempts: The most requests that one call makes, the first one included.
        deadline: Seconds that one call may take in all: waiting for the rate window,
            for retries and for the server.
        base_delay: Seconds that the first wait may last; each further one twice as long.
        max_delay: Seconds that no single wait exceeds, unless the server asks for more.

    Raises:
        ConfigurationError: A figure is not positive.
    """

    attempts: int = field(default=6, validator=whole)
    deadline: float = field(default=300.0, validator=positive)
    base_delay: float = field(default=0.5, validator=positive)
    max_delay: float = field(default=30.0, validator=positive)

    def delay(self, retry: int, draw: float) -> float:
        """Seconds before the retry of that number, counted from 1, with full jitter.

        `draw` is a random number in [0, 1).
        """
        # The exponent is bounded, so that a policy of many attempts stays in range.
        ceiling = min(self.max_delay, self.base_delay * 2.0 ** min(retry - 1, 60))
        return draw * ceiling
