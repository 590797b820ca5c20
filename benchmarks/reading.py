"""What it costs to read a page of payments into objects.

stock is what openapi-python-client writes from our document with its own templates. pydantic and
msgspec read into classes with the same fields and types. json.loads makes dicts and floats: it is
there for comparison.
"""

from __future__ import annotations

from benchmarks.candidate import Candidate
from benchmarks.claim import Claim
from benchmarks.payments import write_page
from benchmarks.peers.stock import write_stock
from benchmarks.peers.typed import write_msgspec, write_pydantic
from benchmarks.suite import Suite

__all__ = ["SUITE"]

_OURS = "mews_connector"
_ROWS = ("json.loads", "stock", "pydantic", "msgspec", _OURS)

SUITE = Suite(
    title="Reading a page of 1,000 payments",
    measured=(
        "Processor time of one reading: the median of 30 in a process that has read some before, "
        "with the garbage collector on, as everybody has it, and off. And what the objects of one "
        "page hold in memory, as tracemalloc counts it."
    ),
    candidates=[
        Candidate(what=row, program="reading", arguments=(row, "30"), brief=(row, "1"))
        for row in _ROWS
    ],
    claims=[
        Claim(figure="ms", of="stock", to=_OURS, at_least=5),
        Claim(figure="ms", of="pydantic", to=_OURS, at_least=2.5),
        Claim(figure="ms", of=_OURS, to="msgspec", at_most=1.7),
        Claim(figure="KiB held", of=_OURS, to="stock", at_most=0.75),
    ],
    needs=(write_stock, write_pydantic, write_msgspec, write_page),
)
