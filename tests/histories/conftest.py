from __future__ import annotations

import gc
import random
from collections.abc import Generator
from typing import Any

import pytest

from support.whole_history import History


@pytest.fixture(scope="session")
def year(pytestconfig: pytest.Config) -> Generator[History]:
    size: Any = pytestconfig.getoption("--year")
    history = History(size)
    # A reader has no hotels in its memory: the collector is not to look through them for garbage
    # with every few pages, which takes longer than reading those.
    thresholds = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 100, 100)
    yield history
    gc.set_threshold(*thresholds)
    gc.unfreeze()


@pytest.fixture
def history(year: History, request: pytest.FixtureRequest) -> History:
    year.rewind()
    # The waits between attempts are random.
    random.seed(request.node.name)
    return year
