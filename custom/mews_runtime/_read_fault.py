from __future__ import annotations

__all__ = ["ReadFault", "UnreadableText"]


class ReadFault(Exception):  # noqa: N818 - it is made into an error of ours where reading ends
    """What is wrong with a value, and where; the places are told from the inside outwards."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
        self.places: list[str] = []

    @property
    def path(self) -> str:
        """Where the value stands, such as `$.Payments[3].State`."""
        return "$" + "".join(reversed(self.places))


class UnreadableText(Exception):  # noqa: N818 - as above
    """The text is broken as a whole, not a value in it."""
