from __future__ import annotations

from mews_connector import errors

__all__ = ["InvalidWebhookError"]


class InvalidWebhookError(errors.MewsError):
    """A body that is no message of a general webhook. It repeats no value of the body.

    Attributes:
        path: Where the fault is, such as `$.Events[3].Value.Id`; `$` for the whole body.
    """

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
