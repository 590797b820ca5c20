from __future__ import annotations

from attrs import frozen

from ._limiter import RateLimit

__all__ = ["Measures"]


@frozen
class Measures:
    """How a token's slots are kept, in seconds.

    Attributes:
        share: The slots that this process may use of its own accord.
        lease: How long a slot is kept for a process that is heard of no more. A server may count
            the last request of a process for one window after its end.
        renew_after: How long what was told of a slot is relied upon. A store that is restarted
            from an old copy, or that drops keys for want of memory, does not say so.
        tell_within: How soon the store hears of an answer.
        check: How often to look whether the store is there, remembers, and has no other news.
        caution: How long `share` holds on when the store is back: the others may not have told
            it yet what they have sent meanwhile.
    """

    limit: RateLimit
    share: int
    lease: float
    renew_after: float
    tell_within: float
    check: float
    caution: float

    @classmethod
    def of(cls, limit: RateLimit, share: float) -> Measures:
        return cls(
            limit=limit,
            share=max(1, int(limit.requests * share)),
            lease=1.5 * limit.seconds,
            renew_after=0.25 * limit.seconds,
            tell_within=min(0.5, limit.seconds / 20),
            check=min(1.0, limit.seconds / 10),
            caution=2.5,
        )
