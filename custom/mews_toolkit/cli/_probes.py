"""Calls that change nothing and ask for next to nothing, to see what a token may do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin
from uuid import UUID

from attrs import frozen

from mews_connector import MewsClient, errors, models
from mews_toolkit.cli._listings import Method, methods_of, resource_names

__all__ = ["Probe", "probes"]

# No entity has it.
_NOBODY = UUID("00000000-0000-4000-8000-000000000000")


@frozen
class Probe:
    """One operation, and how to find out whether it may be called."""

    method: Method

    @property
    def name(self) -> str:
        """As in code, `payments.get_all`."""
        return f"{self.method.resource}.{self.method.name}"

    async def call(self, mews: MewsClient, enterprise_id: UUID | None) -> None:
        """Asks for as little as the operation allows; what is refused here is asked otherwise.

        Raises:
            MewsError: It did not work.
        """
        call = self.method.of(mews)
        about = {} if enterprise_id is None else self._about(enterprise_id)
        refused: errors.InvalidRequestError | None = None
        for keywords in self._askings():
            try:
                if self.method.is_paginated:
                    await call(**keywords, **about, page_size=1).first_page()
                else:
                    await call(**keywords, **about)
            except errors.InvalidRequestError as error:
                refused = refused or error
            else:
                return
        if refused is not None:
            raise refused

    def _about(self, enterprise_id: UUID) -> dict[str, object]:
        hints = self.method.hints
        if "enterprise_ids" in hints:
            return {"enterprise_ids": [enterprise_id]}
        return {"enterprise_id": enterprise_id} if "enterprise_id" in hints else {}

    def _askings(self) -> Iterator[dict[str, object]]:
        """What is needed alone, then with each filter that can be made up."""
        samples = {
            name: _sample(hint)
            for name, hint in self.method.hints.items()
            if not name.startswith("enterprise_id")
        }
        needed = {name: samples[name] for name in self.method.required}
        yield needed
        for name, sample in samples.items():
            if name not in needed and sample is not None:
                yield {**needed, name: sample}


def _sample(hint: object) -> object:
    """An argument of this type that finds little or nothing; None where none is known."""
    kinds = [each for each in get_args(hint) if each is not NoneType]
    kind: Any = hint if get_origin(hint) is list or not kinds else kinds[0]
    now = datetime.now(UTC)
    if kind is models.TimeInterval:
        return models.TimeInterval(start_utc=now - timedelta(hours=1), end_utc=now)
    if kind is models.DateInterval:
        return models.DateInterval(start=now.date() - timedelta(days=1), end=now.date())
    if get_origin(kind) is not list:
        return None
    (item,) = get_args(kind)
    if item is UUID:
        return [_NOBODY]
    return [next(iter(item))] if issubclass(item, Enum) else None


def probes() -> Iterator[Probe]:
    """Every operation of the client that reads and is not deprecated."""
    for resource in resource_names():
        for method in methods_of(resource):
            if method.is_read and not method.is_deprecated:
                yield Probe(method)
