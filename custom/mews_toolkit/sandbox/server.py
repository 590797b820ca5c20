"""Serving a sandbox on a real socket."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from concurrent.futures import Future
from contextlib import asynccontextmanager, contextmanager
from threading import Thread

from attrs import frozen
from uvicorn import Config
from uvicorn.server import ServerState

from mews_toolkit.sandbox.app import create_app
from mews_toolkit.sandbox.connection import BreakableConnection
from mews_toolkit.sandbox.sandbox import Sandbox

_GRACE = 0.2
"""Seconds that requests under way get to finish when the server stops."""


@frozen
class Server:
    """A sandbox that is being served. `url` is its base URL, without a path."""

    sandbox: Sandbox
    url: str


@asynccontextmanager
async def serve(
    sandbox: Sandbox, host: str = "127.0.0.1", port: int = 0, *, control: bool = False
) -> AsyncGenerator[Server, None]:
    """Serves the sandbox in the running event loop. Port 0 picks a free one.

    Raises:
        OSError: the port is taken.
    """
    # uvicorn's own Server would take over the signals of the process and look only ten times
    # a second whether to stop, so only its connections are used.
    config = Config(
        create_app(sandbox, control=control),
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        # Longer than any wait for the rate limit, so that a waiting caller keeps its connection.
        timeout_keep_alive=75,
    )
    config.load()
    state = ServerState()
    listener = await asyncio.get_running_loop().create_server(
        lambda: BreakableConnection(config=config, server_state=state, app_state={}),
        host,
        port,
        backlog=config.backlog,
    )
    try:
        name, number = listener.sockets[0].getsockname()[:2]
        yield Server(
            sandbox, f"http://[{name}]:{number}" if ":" in name else f"http://{name}:{number}"
        )
    finally:
        listener.close()
        await _finish(state)


async def _finish(state: ServerState) -> None:
    """Lets requests under way finish for a moment, then breaks off what is left."""
    if state.tasks:
        await asyncio.wait(state.tasks, timeout=_GRACE)
    for connection in list(state.connections):
        connection.transport.abort()
    # One turn of the loop, and the connections know that they are lost: cancelling is silent then.
    await asyncio.sleep(0)
    for task in list(state.tasks):
        task.cancel()
    if state.tasks:
        await asyncio.wait(state.tasks)


@contextmanager
def serve_in_thread(
    sandbox: Sandbox, host: str = "127.0.0.1", port: int = 0, *, control: bool = False
) -> Generator[Server, None, None]:
    """Serves the sandbox in a thread of its own, undisturbed by a busy or virtual event loop."""
    started: Future[tuple[Server, asyncio.AbstractEventLoop, asyncio.Event]] = Future()

    async def run() -> None:
        stop = asyncio.Event()
        async with serve(sandbox, host, port, control=control) as server:
            started.set_result((server, asyncio.get_running_loop(), stop))
            await stop.wait()

    def work() -> None:
        try:
            asyncio.run(run())
        except BaseException as error:
            if started.done():
                raise
            started.set_exception(error)

    thread = Thread(target=work, name="mews-sandbox", daemon=True)
    thread.start()
    server, loop, stop = started.result()
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
