"""The examples in the customer's documents; `data/seeds` tells which is how old."""

from __future__ import annotations

from pathlib import Path

__all__ = ["SEEDS", "SEED_FILES", "operation_of", "seed_request", "seed_response"]

_FOLDER = Path(__file__).parent.parent / "data" / "seeds"
_REQUEST = "-request.json"
_RESPONSE = "-response.json"

SEED_FILES = {file.name for file in _FOLDER.glob("*.json")}

SEEDS = sorted(name.removesuffix(_REQUEST) for name in SEED_FILES if name.endswith(_REQUEST))
"""Each call that a document shows, as `<document>-<resource>-<action>`."""

# The document says of the one that it is answered like the other, and shows no answer.
_ANSWERED_LIKE = {"004-creditCards-getAllByCustomers": "004-creditCards-getAllByIds"}


def operation_of(seed: str) -> str:
    """The operation's name, such as `payments/getAll`."""
    _, resource, action = seed.split("-")
    return f"{resource}/{action}"


def seed_request(seed: str) -> str:
    """The request as it stands."""
    return (_FOLDER / f"{seed}{_REQUEST}").read_text("utf-8")


def seed_response(seed: str) -> str:
    """The answer as it stands."""
    return (_FOLDER / f"{_ANSWERED_LIKE.get(seed, seed)}{_RESPONSE}").read_text("utf-8")
