"""What it costs to read long lists, and what that does to everybody else in the process.

stock is what openapi-python-client writes from our document with its own templates, with the loop
over cursors that its user writes. httpx carries the same bytes and builds nothing of them: it shows
how much of the time is not the clients'. The server is a process of its own, on loopback.
"""

from __future__ import annotations

from benchmarks.candidate import Candidate
from benchmarks.claim import Claim
from benchmarks.payments import write_page
from benchmarks.peers.stock import write_stock
from benchmarks.suite import Suite

__all__ = ["DRAIN", "HOLDS", "MEMORY"]

_OURS = "mews_connector"

DRAIN = Suite(
    title="Draining 200,000 payments",
    measured=(
        "From the first of 200 pages to the end of the list. Each row is counted and its amount "
        "added up, and both are checked. One page at a time; `prefetch` reads one ahead."
    ),
    candidates=[
        Candidate(what=what, program="drain", arguments=(name, "200"), brief=(name, "2"))
        for what, name in (
            ("httpx, bytes alone", "httpx"),
            ("stock", "stock"),
            (_OURS, "mews"),
            (f"{_OURS}, prefetch", "prefetching"),
        )
    ],
    claims=[Claim(figure="rows/s", of=_OURS, to="stock", at_least=4)],
    rounds=3,
    needs=(write_stock, write_page),
)

MEMORY = Suite(
    title="Memory of a million payments",
    measured=(
        "How much the peak of the process' memory rises after the first 50,000 rows; and that "
        "peak itself, the interpreter included."
    ),
    candidates=[
        Candidate(what=what, program="stream", arguments=(windows, "1000"), brief=(windows, "4"))
        for what, windows in (("one window", "1"), ("four windows at once", "4"))
    ],
    claims=[
        Claim(figure="MiB more", of=of, at_most=16) for of in ("one window", "four windows at once")
    ],
    rounds=1,
    needs=(write_page,),
)

# What the turn of the event loop does beside reading: it takes the answer and finds its operation.
_BESIDE_READING = 1.1

HOLDS = Suite(
    title="The event loop while pages are read",
    measured=(
        "How long another task has to wait for its turn while pages of 1,000 payments are read: "
        "the longest wait for each page, and the median and the maximum of these; beside them "
        "the same for reading a page and nothing else, in the same process. Processor time."
    ),
    candidates=[
        Candidate(what=what, program="hold", arguments=(what, "10"), brief=(what, "1"))
        for what in ("page by page", "prefetching", "four windows")
    ],
    claims=[
        Claim(figure="hold / reading", of=of, at_most=_BESIDE_READING)
        for of in ("page by page", "prefetching", "four windows")
    ],
    rounds=3,
    needs=(write_page,),
)
