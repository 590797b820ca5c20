# matplotlib leaves the keywords that it hands on untyped.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

__all__ = ["fitted", "wide"]


def wide(text: str, size: float, *, weight: str = "normal") -> float:
    """How wide a text is, in points."""
    font = FontProperties(size=size, weight=weight)
    # Of nothing but blanks there is nothing to measure.
    return float(TextPath((0, 0), text, prop=font).get_extents().width) if text.strip() else 0.0


def fitted(text: str, room: float, size: float, *, weight: str = "normal") -> float:
    """The size, or a smaller one at which the text is no wider than there is room, in points."""
    needed = wide(text, size, weight=weight)
    return size if needed <= room else size * max(room, 0.0) / needed
