from __future__ import annotations

__all__ = ["shortened"]


def shortened(text: str, most: int) -> str:
    """What a server says, if it is not too long for a message or a log, and else how it begins."""
    if len(text) <= most:
        return text
    return f"{text[:most]}... ({len(text)} characters)"
