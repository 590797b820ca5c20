from __future__ import annotations

from typing import Generic, TypeVar

from attrs import frozen

__all__ = ["Outcomes"]

KeyT = TypeVar("KeyT")
ResultT = TypeVar("ResultT")


@frozen
class Outcomes(Generic[KeyT, ResultT]):
    """What the work of `each` came to. Every enterprise is in one of the two.

    Attributes:
        results: What the work gave, by enterprise, in the order of the enterprises.
        failures: What it raised instead, by enterprise, in the same order.
    """

    results: dict[KeyT, ResultT]
    failures: dict[KeyT, Exception]

    def complete(self) -> dict[KeyT, ResultT]:
        """The results, for those who can do nothing with a part of them.

        Raises:
            ExceptionGroup: Work failed; it holds all failures.
        """
        if self.failures:
            total = len(self.results) + len(self.failures)
            failed = ", ".join(str(key) for key in self.failures)
            raise ExceptionGroup(
                f"{len(self.failures)} of {total} failed: {failed}", list(self.failures.values())
            )
        return self.results
