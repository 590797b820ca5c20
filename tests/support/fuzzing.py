"""What makes generated requests fit a sandbox often enough to be carried out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast

import attrs
from hypothesis import strategies as st

from mews_toolkit.sandbox import ACCESS_TOKEN, CLIENT_TOKEN, Sandbox
from mews_toolkit.sandbox.rows import Rows
from support.fitted import fitted

__all__ = ["fitting_formats", "grafted", "let_in"]

_TOKENS = {"ClientToken": CLIENT_TOKEN, "AccessToken": ACCESS_TOKEN}
_MINUTES = 80 * 24 * 60


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
    """The body with the sandbox's tokens for those that it has: others would end with 401."""
    if not isinstance(body, dict):
        return body
    given = cast("Mapping[str, object]", body)
    made_up = [name for name in _TOKENS if isinstance(given.get(name), str) and given[name]]
    return {**given, **{name: _TOKENS[name] for name in made_up}}


def grafted(operation: str, body: Any, sandbox: Sandbox) -> dict[str, Any]:
    """A request that the sandbox carries out, and what the body adds to it."""
    stock: dict[str, object] = json.loads(fitted(operation, sandbox))
    given: Mapping[str, object] = {}
    if isinstance(body, dict):
        given = cast("Mapping[str, object]", body)
    return {**given, **{name: value for name, value in stock.items() if value is not None}}
