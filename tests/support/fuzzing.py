"""What makes generated requests fit a sandbox often enough to be carried out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import timedelta
from typing import Any, cast
from zlib import crc32

import attrs
from hypothesis import strategies as st

from mews_toolkit.sandbox import (
    ACCESS_TOKEN,
    CLIENT_TOKEN,
    PARIS_ACCESS_TOKEN,
    PORTFOLIO_ACCESS_TOKEN,
    WASHINGTON_ACCESS_TOKEN,
    Sandbox,
)
from mews_toolkit.sandbox.rows import Rows
from support.documented_caller import document
from support.fitted import fitted
from support.json_trees import Json, in_order, without_nulls

__all__ = ["ROOT", "document_of", "fitting_formats", "let_in"]

ROOT = "/api/connector/v1/"

_TOKENS = {
    "ClientToken": [CLIENT_TOKEN],
    "AccessToken": [
        ACCESS_TOKEN,
        PARIS_ACCESS_TOKEN,
        WASHINGTON_ACCESS_TOKEN,
        PORTFOLIO_ACCESS_TOKEN,
    ],
}
_MINUTES = 80 * 24 * 60


def document_of(sandbox: Sandbox) -> Json:
    """The joined document, with examples of requests that the sandbox carries out.

    Many requests are made by changing a little about the example.
    """
    described = deepcopy(document())
    for path, item in described["paths"].items():
        request = item["post"]["requestBody"]["content"]["application/json"]
        stock = json.loads(fitted(path.removeprefix(ROOT), sandbox))
        request["example"] = without_nulls(stock)
    return described


def fitting_formats(sandbox: Sandbox) -> dict[str, st.SearchStrategy[str]]:
    """What stands for each format: mostly an id, an instant, a currency that the sandbox knows."""
    ids = [st.sampled_from([str(row.id) for row in rows]) for rows in _tables(sandbox) if rows]
    now = sandbox.now()
    instants = st.integers(0, _MINUTES).map(lambda ago: now - timedelta(minutes=ago))
    return {
        "uuid": st.one_of(*ids, st.uuids().map(str)),
        "date-time": instants.map(lambda it: it.isoformat().replace("+00:00", "Z")),
        "currency": st.sampled_from(["GBP", "EUR", "USD"]),
    }


def _tables(sandbox: Sandbox) -> list[Rows[Any]]:
    fields = attrs.asdict(sandbox.store, recurse=False).values()
    return [it for it in fields if isinstance(it, Rows)]


def let_in(body: Any) -> Any:
    """The body with tokens that the sandbox knows, and with intervals the right way round.

    Few made-up intervals are, and a made-up token would only ever end with 401.
    """
    if not isinstance(body, dict):
        return body
    given: Json = in_order(cast("Json", body))
    return {**given, **dict(_tokens(given))}


def _tokens(given: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    # Which one it is follows from the whole body: a made-up token is nearly always the same.
    draw = crc32(repr(given).encode(errors="replace"))
    for name, tokens in _TOKENS.items():
        made_up = given.get(name)
        if isinstance(made_up, str) and made_up and made_up not in tokens:
            yield name, tokens[draw % len(tokens)]
