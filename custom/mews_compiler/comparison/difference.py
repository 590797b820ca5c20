"""One way in which our document differs from another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """What is different where; the source is the document that says otherwise."""

    operation: str
    where: str
    what: str
    source: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} ({self.source})"
