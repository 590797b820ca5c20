from __future__ import annotations

from enum import StrEnum

from attrs import frozen

__all__ = ["Check", "Verdict"]


class Verdict(StrEnum):
    """How it is; what is denied may be as it should be."""

    OK = "ok"
    WRONG = "wrong"
    DENIED = "denied"
    UNKNOWN = "unknown"


@frozen
class Check:
    """One thing that was looked at, and what to do if it is not as it should be."""

    name: str
    verdict: Verdict
    detail: str
    advice: str = ""
