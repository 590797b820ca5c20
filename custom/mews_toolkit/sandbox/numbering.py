"""Drawing numbers for documents from their counters."""

import re
from collections.abc import Iterable
from datetime import datetime

from msgspec import structs

from mews_toolkit.sandbox.entities.counter import Counter
from mews_toolkit.sandbox.entities.vocabulary import CounterType

_PLACEHOLDER = re.compile(r"\{0:(0+)\}")


def drawn(counter: Counter, at: datetime) -> tuple[Counter, str]:
    """The counter one further, and the number that it stands at, written in its format.

    The zeros of a placeholder such as `{0:0000}` are the least number of digits.
    """
    value = counter.value + 1
    number = _PLACEHOLDER.sub(lambda found: f"{value:0{len(found[1])}d}", counter.format or "{0:0}")
    return structs.replace(counter, value=value, updated_utc=at), number


def default(counters: Iterable[Counter], counter_type: CounterType) -> Counter:
    """The one of an enterprise's counters that numbers documents of a kind."""
    return next(it for it in counters if it.type == counter_type and it.is_default)
