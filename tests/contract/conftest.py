"""The two servers, for all tests of this folder: our sandbox, and Prism."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files

import pytest

from mews_toolkit.sandbox import Sandbox, Server, serve_in_thread
from support.prism import serve_prism


@pytest.fixture(scope="session")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with (
        as_file(files("mews_connector") / "openapi.json") as document,
        serve_prism(document, tmp_path_factory.mktemp("prism")) as url,
    ):
        yield url


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serve_in_thread(Sandbox(payments=300, limit=None)) as server:
        yield server
