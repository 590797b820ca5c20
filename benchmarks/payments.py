"""A page of payments, the same every time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from mews_toolkit.sandbox import Sandbox
from mews_toolkit.sandbox.wire import encode

__all__ = ["page", "write_page"]

_NOW = datetime(2026, 8, 7, 12, tzinfo=UTC)


def page(payments: int = 1000) -> bytes:
    """What the sandbox answers: cards, settled and not, invoices, ghosts and all other kinds."""
    rows = list(Sandbox(payments=payments, now=lambda: _NOW).payments)[:payments]
    return encode({"Payments": rows, "Cursor": rows[-1].id})


def write_page(folder: Path) -> None:
    """1.3 MB, as the programs read it."""
    (folder / "payments.json").write_bytes(page())
