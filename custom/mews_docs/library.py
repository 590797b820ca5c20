"""The shipped packages as griffe reads them, without importing them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import griffe

__all__ = ["Library", "is_public"]

_PACKAGES = ("mews_runtime", "mews_connector", "mews_toolkit")


class Library:
    """What can be told of names from their sources."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @cached_property
    def _modules(self) -> griffe.ModulesCollection:
        loader = griffe.GriffeLoader(
            search_paths=[self._root, self._root / "custom"],
            allow_inspection=False,
            docstring_parser=griffe.Parser.google,
            docstring_options={"warnings": False},
        )
        for package in _PACKAGES:
            loader.load(package, try_relative_path=False)
        loader.resolve_aliases(implicit=True, external=False)
        return loader.modules_collection

    def named(self, path: str) -> griffe.Object:
        """The module, class or function of this full name."""
        found = self._modules[path]
        return found.final_target if isinstance(found, griffe.Alias) else found

    def exported(self, module: str) -> Iterator[tuple[str, griffe.Object]]:
        """What the module's `__all__` names, in its order; modules and plain values left out."""
        it = self.named(module)
        for name in sorted(map(str, it.exports or ()), key=str.lower):
            if name.startswith("__"):
                continue
            member = it.members[name]
            found = member.final_target if isinstance(member, griffe.Alias) else member
            if not found.is_module:
                yield name, found


def is_public(member: griffe.Object | griffe.Alias) -> bool:
    """Whether people are to use a member of a class."""
    return not member.name.startswith("_")
