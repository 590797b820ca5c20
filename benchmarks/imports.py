"""What it costs to import the client and to use one operation.

"One operation used" is: the package's public names, the resource's class and its method, the
operation, and its request made and written as JSON. The models of an answer are loaded with the
first answer, as all models are when they are first used, so the rows that read one as well, through
every model and enum in it and the decoder made for it, stand beside these. httpx is imported
first, so that nothing is gained where the client would put that off.

No client is made: its TLS context belongs to httpx and alone costs a third of importing that.
Making one loads the engine and asyncio as well, so the last two rows show all of it, over a
transport that needs no TLS.
"""

from __future__ import annotations

from benchmarks.candidate import Candidate
from benchmarks.claim import Claim
from benchmarks.suite import Suite

__all__ = ["SUITE"]

_BASE = "import httpx, attrs"
_ROWS = (
    _BASE,
    "import MewsClient, models",
    "payments/addExternal used",
    "payments/addExternal, answer read",
    "payments/getAll used",
    "payments/getAll, answer read",
    "httpx.AsyncClient() made",
    "httpx and an answer, no TLS",
    "mews and a page, no TLS",
)
_BUDGETED = ("payments/addExternal used", "payments/getAll used")

SUITE = Suite(
    title="Imports",
    measured="Processor time above a bare interpreter, every import included.",
    candidates=[Candidate(what=row, program="imports", arguments=(row,)) for row in _ROWS],
    claims=[Claim(figure="ms", of=row, to=_BASE, at_most=1.25) for row in _BUDGETED],
    rounds=21,
)
