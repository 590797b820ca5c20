"""A user's folder of tests, with the plugin as its entry point brings it."""

from __future__ import annotations

import sys
from collections.abc import Generator

import pytest

# Loaded here, the sandbox is not loaded anew for each run.
from mews_toolkit.testing import MewsSandbox, RefusedAddressError, SandboxClock
from support.users_tests import SETTINGS, Keeper, Run

__all__ = ["MewsSandbox", "RefusedAddressError", "SandboxClock"]


@pytest.fixture(autouse=True)
def keeper() -> Generator[Keeper]:
    # As every test uses it, it is made before pytester, and so has the last word.
    keeper = Keeper()
    yield keeper
    sys.modules.update(keeper.loaded)


@pytest.fixture
def run(pytester: pytest.Pytester, keeper: Keeper) -> Run:
    def run(tests: str, *arguments: str, settings: str = "") -> pytest.RunResult:
        pytester.makeini(SETTINGS + settings)
        pytester.makepyfile(test_of_a_user=tests)
        result = pytester.runpytest_inprocess(*arguments, plugins=[keeper])
        sys.modules.update(keeper.loaded)
        return result

    return run
