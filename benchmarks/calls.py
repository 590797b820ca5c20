"""What one call costs over loopback, one after another and with 50 in flight.

stock is what openapi-python-client writes from our document, and has no `sniffio`, as nobody gets
it by default. What `programs/call.py` says of the bodies, answers and pools goes for both rows.
"""

from __future__ import annotations

from benchmarks.candidate import Candidate
from benchmarks.claim import Claim
from benchmarks.peers.stock import write_stock
from benchmarks.suite import Suite

__all__ = ["SUITES"]

_OURS = "mews_connector"
_ON_AIOHTTP = "mews_connector, aiohttp"
_BARE_ON_AIOHTTP = "httpx on aiohttp"
_PROGRAMS = {
    "httpx": "httpx",
    _BARE_ON_AIOHTTP: "httpx-aiohttp",
    "stock": "stock",
    _OURS: "mews",
    _ON_AIOHTTP: "mews-aiohttp",
}


def _suite(in_flight: int, claims: list[Claim]) -> Suite:
    options = ("--in-flight", str(in_flight))
    brief = (*options, "--calls", str(in_flight))
    return Suite(
        title=f"One call over loopback, {in_flight} in flight",
        measured="Microseconds per call: of the client's process, and of the clock.",
        candidates=[
            Candidate(
                what=what,
                program="call",
                arguments=(name, *options),
                brief=(name, *brief),
                python="plain" if name == "stock" else "client",
            )
            for what, name in _PROGRAMS.items()
        ],
        claims=claims,
        rounds=7,
        needs=(write_stock,),
    )


SUITES = [
    _suite(
        1,
        [
            Claim(figure="cpu_us", of=_OURS, to="httpx", at_most=1.1),
            Claim(figure="cpu_us", of=_ON_AIOHTTP, to=_BARE_ON_AIOHTTP, at_most=1.1),
            Claim(figure="wall_us", of="stock", to=_OURS, at_least=1.35),
        ],
    ),
    _suite(
        50,
        [
            Claim(figure="cpu_us", of=_OURS, to="httpx", at_most=1.1),
            Claim(figure="wall_us", of="httpx", to=_ON_AIOHTTP, at_least=4),
        ],
    ),
]
