from __future__ import annotations

from mews_connector import RetryPolicy

__all__ = ["STUBBORN"]

STUBBORN = RetryPolicy(attempts=15, base_delay=0.001, max_delay=0.002)
"""With so many attempts no read fails for good."""
