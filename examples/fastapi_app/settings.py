"""What the backend is told by its environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Self

from attrs import field, frozen

__all__ = ["Settings"]


@frozen
class Settings:
    """What the backend itself has to be told; the client of Mews reads MEWS_* by itself.

    Attributes:
        api_key: What callers of the backend show.
        webhook_token: The last part of the address that Mews was given for webhooks.
        folder: Where claims and events are kept, on a local disk that outlives the process.
    """

    api_key: str = field(repr=False)
    webhook_token: str = field(repr=False)
    folder: Path

    @classmethod
    def from_env(cls) -> Self:
        """Reads the variables; one that is missing is a KeyError that names it."""
        return cls(
            api_key=os.environ["BACKEND_API_KEY"],
            webhook_token=os.environ["BACKEND_WEBHOOK_TOKEN"],
            folder=Path(os.environ["BACKEND_FOLDER"]),
        )
