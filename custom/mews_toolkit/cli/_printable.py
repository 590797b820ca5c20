from __future__ import annotations

__all__ = ["printable"]


def printable(text: str) -> str:
    """The text on one line, and without what a terminal would take for orders."""
    if text.isprintable():
        return text
    return "".join(
        it if it.isprintable() else " " if it.isspace() else "\N{REPLACEMENT CHARACTER}"
        for it in text
    )
