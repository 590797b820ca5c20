from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mews_connector import errors

__all__ = ["MergeError"]


class MergeError(errors.MewsError):
    """One or more sources of a merged stream failed. Their rows until then were given.

    Attributes:
        failures: What each of them raised, by its label.
        resume_points: The `.resume` of each that has one, by its label.
        resume: That of the source that failed, if it was a single one.
    """

    def __init__(self, failures: Mapping[Any, Exception]) -> None:
        super().__init__("; ".join(_said(*failure) for failure in failures.items()))
        self.failures: dict[Any, Exception] = dict(failures)
        self.resume_points: dict[Any, str] = {
            label: error.resume
            for label, error in failures.items()
            if isinstance(error, errors.MewsError) and error.resume is not None
        }
        if len(failures) == 1:
            self.resume: str | None = next(iter(self.resume_points.values()), None)


def _said(label: object, error: Exception) -> str:
    name = type(error).__name__
    return f"{label}: {name}: {error}" if str(error) else f"{label}: {name}"
