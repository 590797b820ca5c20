"""Published requests, changed to be about what a sandbox holds, so that it carries them out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox
from support.examples import published
from support.fittings import FITTINGS

__all__ = ["fitted", "with_tokens"]


def with_tokens(request: bytes) -> bytes:
    """The request with the sandbox's tokens, otherwise as it is."""
    return _changed(request, {})


def fitted(operation: str, sandbox: Sandbox) -> bytes:
    """The operation's published request with ids and times that the sandbox knows."""
    return _changed(published()[operation][0], FITTINGS[operation](sandbox))


def _changed(request: bytes, changes: Mapping[str, object]) -> bytes:
    tokens = {"ClientToken": CLIENT_TOKEN, "AccessToken": ACCESS_TOKEN}
    body = json.loads(request, parse_float=Decimal) | tokens | changes
    return msgspec.json.Encoder(decimal_format="number").encode(body)
