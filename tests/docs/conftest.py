"""The reference, made once for all tests of a process."""

from __future__ import annotations

import pytest

from mews_docs.reference import Reference, reference
from support.readme import ROOT


@pytest.fixture(scope="session")
def told() -> Reference:
    return reference(ROOT)


@pytest.fixture(scope="session")
def made(told: Reference) -> dict[str, str]:
    """Its pages."""
    return told.pages
