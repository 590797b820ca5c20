"""A local Mews that remembers, to run and to test against.

Needs the extra: `pip install mews-connector[sandbox]`.

sandbox = Sandbox(payments=2500)
sandbox.faults.add(Status(500, after_commit=True), operation="payments/addExternal")
with serve_in_thread(sandbox) as server:
    ...  # a client of server.url with CLIENT_TOKEN and ACCESS_TOKEN
assert len(sandbox.calls) == 1
"""

_EXTRA = ("h11", "jsonschema", "starlette", "uvicorn")

try:
    from mews_toolkit.sandbox.calls import Call, Calls
    from mews_toolkit.sandbox.faults import (
        CutBody,
        Delay,
        Fault,
        Faults,
        Html,
        RateLimited,
        Reset,
        Status,
    )
    from mews_toolkit.sandbox.given import Given
    from mews_toolkit.sandbox.in_process import InProcess
    from mews_toolkit.sandbox.rows import Rows
    from mews_toolkit.sandbox.sandbox import Sandbox
    from mews_toolkit.sandbox.server import Server, serve, serve_in_thread
    from mews_toolkit.sandbox.tokens import (
        ACCESS_TOKEN,
        CLIENT_TOKEN,
        PARIS_ACCESS_TOKEN,
        PORTFOLIO_ACCESS_TOKEN,
        WASHINGTON_ACCESS_TOKEN,
    )
except ModuleNotFoundError as _missing:
    if _missing.name is not None and _missing.name.partition(".")[0] in _EXTRA:
        raise ImportError("The sandbox needs: pip install mews-connector[sandbox]") from _missing
    raise

__all__ = [
    "ACCESS_TOKEN",
    "CLIENT_TOKEN",
    "PARIS_ACCESS_TOKEN",
    "PORTFOLIO_ACCESS_TOKEN",
    "WASHINGTON_ACCESS_TOKEN",
    "Call",
    "Calls",
    "CutBody",
    "Delay",
    "Fault",
    "Faults",
    "Given",
    "Html",
    "InProcess",
    "RateLimited",
    "Reset",
    "Rows",
    "Sandbox",
    "Server",
    "Status",
    "serve",
    "serve_in_thread",
]
