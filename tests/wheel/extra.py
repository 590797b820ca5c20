"""The wheel with one of its extras, outside the repository: what the extra is for is there."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path


def aiohttp() -> None:
    async def make() -> None:
        await import_module("mews_connector").aiohttp_client().aclose()

    asyncio.run(make())


def cli() -> None:
    mews = Path(sys.executable).with_name("mews")
    told = subprocess.run([mews, "--help"], capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert told.returncode == 0, told.stderr
    assert "payments" in told.stdout, f"help without payments: {told.stdout}"


def otel() -> None:
    assert import_module("mews_toolkit.observability").OpenTelemetry


def parquet() -> None:
    assert import_module("mews_toolkit.export").Export("payments.parquet")


def plot() -> None:
    import_module("mews_toolkit.cli._picture")


def redis() -> None:
    assert import_module("mews_connector").RedisRateWindow("redis://127.0.0.1:6379/0")


def sandbox() -> None:
    assert import_module("mews_toolkit.sandbox").Sandbox(payments=10)


def testing() -> None:
    assert import_module("mews_toolkit.testing").MewsSandbox
    import_module("mews_toolkit.testing.plugin")


def workflows() -> None:
    assert import_module("mews_toolkit.money").exponent("GBP") == 2


TRIALS: dict[str, Callable[[], None]] = {
    trial.__name__: trial
    for trial in (aiohttp, cli, otel, parquet, plot, redis, sandbox, testing, workflows)
}


if __name__ == "__main__":
    TRIALS[sys.argv[1]]()
    print(f"wheel: the extra {sys.argv[1]} does what it is for")
