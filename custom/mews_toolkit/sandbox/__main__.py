"""`python -m mews_toolkit.sandbox`: a local Mews until Ctrl-C."""

import asyncio
import sys
from argparse import ArgumentParser, ArgumentTypeError
from typing import NoReturn

from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, PORTFOLIO_ACCESS_TOKEN, Sandbox, serve


class _Parser(ArgumentParser):
    """Says what is wrong in one line, where argparse would put the usage above it."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def _port(text: str) -> int:
    if not text.isdecimal() or not text.isascii() or len(text) > 5 or int(text) > 65535:
        raise ArgumentTypeError("must be a number from 0 to 65535")
    return int(text)


def _parser() -> ArgumentParser:
    parser = _Parser(prog="python -m mews_toolkit.sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument(
        "--port", type=_port, default=8008, help="port to listen on, 0 for any (8008)"
    )
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same data (1)")
    parser.add_argument(
        "--enterprises", type=int, default=3, help="how many properties there are, 3 to 5 (3)"
    )
    parser.add_argument(
        "--payments", type=int, default=2500, help="a year's, of the first property (2500)"
    )
    parser.add_argument(
        "--limit", type=int, default=200, help="requests per token and window (200)"
    )
    parser.add_argument("--window", type=float, default=30.0, help="in seconds (30)")
    return parser


async def _serve(sandbox: Sandbox, host: str, port: int) -> None:
    async with serve(sandbox, host, port, control=True) as server:
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
    parser = _parser()
    given = parser.parse_args()
    try:
        sandbox = Sandbox(
            seed=given.seed,
            enterprises=given.enterprises,
            payments=given.payments,
            limit=given.limit,
            window=given.window,
        )
    except ValueError as error:
        parser.error(str(error))
    try:
        asyncio.run(_serve(sandbox, given.host, given.port))
    except OSError as error:
        sys.exit(f"Cannot listen on {given.host} port {given.port}: {error.strerror}")
    except UnicodeError:
        parser.error(f"argument --host: {given.host!r} is no name of a host")
    except KeyboardInterrupt:
        print("Stopped.")


if __name__ == "__main__":
    main()
