from __future__ import annotations

__all__ = ["Secrets"]

_MASK = "***"


class Secrets:
    """Tokens that are known by now, to be kept out of whatever is printed."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def add(self, token: str) -> None:
        """Keeps this one out from now on."""
        if token:
            self._known.add(token)

    def masked(self, text: str) -> str:
        """The text without them."""
        # The longer one first: one may be the beginning of the other.
        for token in sorted(self._known, key=len, reverse=True):
            text = text.replace(token, _MASK)
        return text

    def __repr__(self) -> str:
        return f"Secrets({len(self._known)})"
