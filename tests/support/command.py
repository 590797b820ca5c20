"""The command `mews` in this process."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import frozen

from mews_toolkit.cli import main
from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, PORTFOLIO_ACCESS_TOKEN

__all__ = ["Mews", "Ran"]

_TOKENS = (CLIENT_TOKEN, ACCESS_TOKEN, PORTFOLIO_ACCESS_TOKEN)


@frozen
class Ran:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What it wrote, as lines of JSON with every number as its text."""
        lines = self.out.splitlines()
        return [json.loads(it, parse_float=str, parse_int=str) for it in lines]


class Mews:
    """Runs the command; no token is ever in what it writes."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Ran:
        self._capsys.readouterr()
        code = main(arguments)
        written = self._capsys.readouterr()
        for token in _TOKENS:
            assert token not in written.out + written.err
        return Ran(code, written.out, written.err)
