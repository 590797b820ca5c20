from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from support.virtual_time import VirtualTimeLoop

pytest_plugins = ["support.transports", "pytester"]

# They need more than Python, or more than a moment: they have make commands of their own.
ONLY_BY_NAME = {Path(__file__).parent / name for name in ("contract", "fuzz", "redis", "fleet")}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--year",
        type=int,
        default=1400,
        metavar="PAYMENTS",
        help="how many payments the year has that tests/histories reads (1400)",
    )
    parser.addoption(
        "--schedules",
        type=int,
        default=400,
        metavar="NUMBER",
        help="how many schedules of faults tests/faults plays (400), a fortieth more over sockets",
    )
    parser.addoption(
        "--answers",
        type=int,
        default=300,
        metavar="NUMBER",
        help="how many answers of each kind tests/client/test_fuzzed_answers.py makes up (300)",
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if collection_path not in ONLY_BY_NAME:
        return None
    here = config.invocation_params.dir
    named = [(here / argument.partition("::")[0]).resolve() for argument in config.args]
    return None if any(it.is_relative_to(collection_path) for it in named) else True


def pytest_asyncio_loop_factories(
    item: pytest.Item,
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Tests marked `virtual_time` run on a clock that jumps; all others on the usual loop."""
    if item.get_closest_marker("virtual_time"):
        return {"virtual": VirtualTimeLoop}
    return {"real": asyncio.new_event_loop}
