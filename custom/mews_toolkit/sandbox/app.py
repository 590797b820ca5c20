"""The sandbox as an ASGI application."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import localcontext
from email.utils import format_datetime
from uuid import uuid4

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mews_toolkit.sandbox import answers
from mews_toolkit.sandbox.control import control_routes
from mews_toolkit.sandbox.document import ROOT
from mews_toolkit.sandbox.exchange import Exchange
from mews_toolkit.sandbox.money import EXACT
from mews_toolkit.sandbox.sandbox import Sandbox


def create_app(sandbox: Sandbox, *, control: bool = False) -> ASGIApp:
    """The application for this sandbox; with `control` also the paths that steer it."""

    async def call(request: Request) -> Response:
        name = request.path_params["operation"]
        with localcontext(EXACT):
            return await Exchange(sandbox, name, request, _request_id(request)).answer()

    async def refuse(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException):
            sandbox.requests += 1
            return answers.error(
                error.status_code,
                error.detail,
                _request_id(request),
                headers=dict(error.headers or {}),
            )
        return answers.error(500, "The sandbox itself has failed.", _request_id(request))

    routes = [Route(ROOT + "{operation:path}", call, methods=["POST"])]
    if control:
        routes += control_routes(sandbox)
    app = Starlette(routes=routes, exception_handlers={HTTPException: refuse, Exception: refuse})
    # A trailing slash is a wrong path, not a reason to redirect.
    app.router.redirect_slashes = False
    return _Named(app, sandbox.now)


class _Named:
    """Gives every answer its Request-Id and date, whoever makes it, and takes paths literally."""

    def __init__(self, app: ASGIApp, now: Callable[[], datetime]) -> None:
        self._app = app
        self._now = now

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = str(uuid4())
        scope.setdefault("state", {})["request_id"] = request_id

        async def named(message: Message) -> None:
            if message["type"] == "http.response.start":
                date = format_datetime(self._now().astimezone(UTC), usegmt=True)
                headers = [
                    (b"request-id", request_id.encode()),
                    (b"date", date.encode()),
                ]
                message["headers"] = [*message.get("headers", ()), *headers]
            await send(message)

        # Routes go by the path as it was sent: with an escape in it, it is another path.
        exact = {**scope, "path": scope["raw_path"].decode("latin-1")}
        await self._app(exact, receive, named)


def _request_id(request: Request) -> str:
    request_id: str = request.state.request_id
    return request_id
