"""What the rate windows cost, and how much of the limit they leave unused."""

from __future__ import annotations

from benchmarks.candidate import Candidate
from benchmarks.claim import Claim
from benchmarks.suite import Suite

__all__ = ["IDLE_TOKENS", "LIMITER"]

_IDLE, _ALONE = "with 10,000 idle tokens", "alone"
_WAITERS = ("1", "50", "1000")

IDLE_TOKENS = Suite(
    title="Idle tokens",
    measured=(
        "Processor time of a request of one token, answered within the process; and how much "
        "memory each idle client takes, its rate window included."
    ),
    candidates=[
        Candidate(what=_ALONE, program="idle_tokens", arguments=("0", "2000"), brief=("0", "20")),
        Candidate(
            what=_IDLE, program="idle_tokens", arguments=("10000", "2000"), brief=("10", "20")
        ),
    ],
    # No cost at all; what is left is for the noise of the machine.
    claims=[Claim(figure="us a request", of=_IDLE, to=_ALONE, at_most=1.05)],
)

LIMITER = Suite(
    title="The rate limit",
    measured=(
        "How fast requests follow each other where callers wait for the limit, as a part of what "
        "it allows, and how many the server refuses; 20 in 2 s, up to 10 ms each way."
    ),
    candidates=[
        Candidate(
            what=f"{waiters} waiting",
            program="limiter",
            arguments=(waiters, "20", "2", "6"),
            brief=("50", "5", "0.2", "3"),
        )
        for waiters in _WAITERS
    ],
    claims=[
        *(Claim(figure="of the ideal", of=f"{each} waiting", at_least=0.97) for each in _WAITERS),
        *(Claim(figure="429", of=f"{each} waiting", at_most=0) for each in _WAITERS),
    ],
    rounds=1,
)
