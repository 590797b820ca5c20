"""The document is joined once for all comparisons: that takes a second, and is tested elsewhere."""

import copy
from pathlib import Path
from typing import Any

import pytest

from mews_compiler import __main__ as command_line
from mews_compiler.document import join
from mews_compiler.generation import PROJECT

Json = dict[str, Any]


@pytest.fixture(scope="session")
def ours() -> Json:
    return join(PROJECT / "openapi")


@pytest.fixture(autouse=True)
def _is_joined(ours: Json, monkeypatch: pytest.MonkeyPatch) -> None:
    def joined(folder: Path) -> Json:
        assert folder == PROJECT / "openapi"
        return copy.deepcopy(ours)

    monkeypatch.setattr(command_line, "join", joined)
