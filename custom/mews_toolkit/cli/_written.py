"""Numbers as people read them."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["on_axis", "written"]


def written(value: Decimal, places: int = 0) -> str:
    """With thousands set apart, and at least so many digits after the point; none is lost."""
    _, _, digits = f"{value:f}".partition(".")
    return f"{value:,.{max(places, len(digits))}f}".replace("-", "\N{MINUS SIGN}")


def on_axis(value: float) -> str:
    """What stands at a line of the grid, whose values are round."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "\N{MINUS SIGN}")
