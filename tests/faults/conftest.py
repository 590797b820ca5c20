from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def schedules(pytestconfig: pytest.Config) -> int:
    number: Any = pytestconfig.getoption("--schedules")
    return int(number)
