"""`python -m mews_toolkit.sandbox`: a local Mews until Ctrl-C."""

import asyncio
from argparse import ArgumentParser, Namespace

from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, PORTFOLIO_ACCESS_TOKEN, Sandbox, serve


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m mews_toolkit.sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument(
        "--port", type=int, default=8008, help="port to listen on, 0 for any (8008)"
    )
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same data (1)")
    parser.add_argument(
        "--payments", type=int, default=2500, help="payments of the first property (2500)"
    )
    parser.add_argument(
        "--limit", type=int, default=200, help="requests of a token per window (200)"
    )
    parser.add_argument(
        "--window", type=float, default=30.0, help="length of the window, seconds (30)"
    )
    return parser.parse_args()


async def _run(given: Namespace) -> None:
    sandbox = Sandbox(
        seed=given.seed, payments=given.payments, limit=given.limit, window=given.window
    )
    async with serve(sandbox, given.host, given.port, control=True) as server:
        print(f"A sandboxed Mews listens on {server.url}, until Ctrl-C.")
        print(f"  client token            {CLIENT_TOKEN}")
        print(f"  access token            {ACCESS_TOKEN}  (one enterprise)")
        print(f"  portfolio access token  {PORTFOLIO_ACCESS_TOKEN}  (all enterprises)")
        print(
            "Steer it: POST /sandbox/faults, GET /sandbox/calls, POST /sandbox/reset.", flush=True
        )
        await asyncio.Event().wait()


def main() -> None:
    """Serves a sandbox until the process is interrupted."""
    try:
        asyncio.run(_run(_arguments()))
    except KeyboardInterrupt:
        print("Stopped.")


if __name__ == "__main__":
    main()
