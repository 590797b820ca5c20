from pathlib import Path
from typing import Any

import pytest

from mews_compiler.document import join

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def document() -> dict[str, Any]:
    """The joined document; tests read it and copy what they change."""
    return join(PROJECT / "openapi")
