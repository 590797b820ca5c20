"""What users install with the library, all extras included, in the versions that are tested."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

__all__ = ["EXTRAS", "LIBRARY", "installed"]

LIBRARY = "mews-connector"
EXTRAS = ("aiohttp", "cli", "otel", "parquet", "plot", "redis", "sandbox", "testing", "workflows")


def installed() -> list[Distribution]:
    """Everything but the library itself, by name."""
    found: dict[str, Distribution] = {}
    left = [Requirement(f"{LIBRARY}[{','.join(EXTRAS)}]")]
    seen: set[str] = set()
    while left:
        requirement = left.pop()
        if str(requirement) not in seen:
            seen.add(str(requirement))
            found[canonicalize_name(requirement.name)] = one = distribution(requirement.name)
            left += _needed(one, requirement.extras)
    del found[LIBRARY]
    return [found[name] for name in sorted(found)]


def _needed(one: Distribution, extras: set[str]) -> Iterator[Requirement]:
    for line in one.requires or ():
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": it}) for it in extras | {""}):
            yield requirement
