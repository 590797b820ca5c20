"""Runs of pytest within a test, over what a user would write."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Protocol

import pytest

__all__ = ["SETTINGS", "Keeper", "Run"]

SETTINGS = """
[pytest]
addopts = --strict-markers -p no:cacheprovider -p no:schemathesis -p no:xdist
filterwarnings = error
asyncio_mode = auto
asyncio_default_fixture_loop_scope = function
"""


class Run(Protocol):
    """Runs a file of tests within this process; further settings are lines of the ini file."""

    def __call__(self, tests: str, *arguments: str, settings: str = "") -> pytest.RunResult: ...


class Keeper:
    """Keeps what a run loaded of the library.

    pytester would forget it, and half of it loaded anew would not know the other half.
    """

    def __init__(self) -> None:
        self.loaded: dict[str, ModuleType] = {}

    def pytest_unconfigure(self) -> None:
        self.loaded = {name: it for name, it in sys.modules.items() if name.startswith("mews_")}
