"""Paths that steer a sandbox from outside, for callers in other languages.

Only the command line opens them.
"""

from collections.abc import Callable

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from mews_toolkit.sandbox.answers import JSON
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
from mews_toolkit.sandbox.sandbox import Sandbox
from mews_toolkit.sandbox.wire import encode

_KINDS: dict[str, Callable[..., Fault]] = {
    it.__name__: it for it in (Delay, Status, RateLimited, Html, CutBody, Reset)
}


class PlannedFault(msgspec.Struct, forbid_unknown_fields=True):
    """A fault to plan, such as `{"kind": "Status", "operation": "*", "with": {"status": 500}}`.

    `with` holds the arguments of the fault of that kind.
    """

    kind: str
    operation: str = "*"
    times: int | None = 1
    arguments: dict[str, object] = msgspec.field(name="with", default_factory=dict[str, object])


def plan(faults: Faults, body: bytes) -> None:
    """Plans the fault that the body describes.

    Raises:
        ValueError: there is no such fault, operation or argument.
    """
    try:
        wanted = msgspec.json.decode(body, type=PlannedFault)
    except msgspec.DecodeError as error:
        raise ValueError(str(error)) from error
    if wanted.kind not in _KINDS:
        raise ValueError(f"kind is one of {', '.join(_KINDS)}.")
    try:
        fault = _KINDS[wanted.kind](**wanted.arguments)
    except TypeError as error:
        raise ValueError(str(error)) from error
    faults.add(fault, operation=wanted.operation, times=wanted.times)


def control_routes(sandbox: Sandbox) -> list[Route]:
    """POST /sandbox/faults, GET /sandbox/calls and POST /sandbox/reset."""

    async def faults(request: Request) -> Response:
        try:
            plan(sandbox.faults, await request.body())
        except ValueError as error:
            return Response(encode({"Message": str(error)}), 400, media_type=JSON)
        except RecursionError:
            message = "The fault is nested too deeply."
            return Response(encode({"Message": message}), 400, media_type=JSON)
        return Response(status_code=204)

    async def calls(_: Request) -> Response:
        return Response(encode(sandbox.calls), media_type=JSON)

    async def reset(_: Request) -> Response:
        sandbox.reset()
        return Response(status_code=204)

    return [
        Route("/sandbox/faults", faults, methods=["POST"]),
        Route("/sandbox/calls", calls, methods=["GET"]),
        Route("/sandbox/reset", reset, methods=["POST"]),
    ]
