"""The names that users import, and how two states of them differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import griffe

__all__ = ["FACES", "changes"]

FACES = (
    "mews_connector",
    "mews_connector.api",
    "mews_connector.catalogues",
    "mews_connector.errors",
    "mews_connector.models",
    "mews_toolkit.export",
    "mews_toolkit.history",
    "mews_toolkit.money",
    "mews_toolkit.observability",
    "mews_toolkit.portfolio",
    "mews_toolkit.sandbox",
    "mews_toolkit.testing",
    "mews_toolkit.webhooks",
    "mews_toolkit.workflows",
)
"""What the README calls public, and the methods of a client, which nobody imports."""

# No `import *` is followed to names that only type checkers see.
_SOURCE = {"mews_connector.catalogues": "mews_runtime.catalogues"}
# Beside each resource it has the operations, which are for the resource alone.
_RESOURCES = "mews_connector.api"
_PACKAGES = ("mews_runtime", "mews_connector", "mews_toolkit")
# Another one in each version.
_VERSION = "mews_connector.__version__"


def changes(before: Path, after: Path) -> dict[str, str]:
    """What became of each public name that is not as it was, by its full name."""
    old, new = _public(before), _public(after)
    found = dict.fromkeys(old.keys() - new.keys(), "removed")
    found |= dict.fromkeys(new.keys() - old.keys(), "added")
    for name in old.keys() & new.keys():
        for path, change in chain(_broken(old[name], new[name]), _beyond(old[name], new[name])):
            found.setdefault(f"{name}{path}", change)
    found.pop(_VERSION, None)
    return found


def _public(root: Path) -> dict[str, griffe.Object]:
    """What each module exports, by its full name."""
    loader = griffe.GriffeLoader(search_paths=[root, root / "custom"], allow_inspection=False)
    for package in _PACKAGES:
        loader.load(package, try_relative_path=False)
    loader.resolve_aliases(implicit=True, external=False)
    public: dict[str, griffe.Object] = {}
    for face in FACES:
        try:
            module = loader.modules_collection[_SOURCE.get(face, face)]
        except KeyError:
            # There is none in this state.
            continue
        for name, member in module.members.items():
            if not _is_exported(module, name):
                continue
            it = _itself(member)
            if it.is_class or not (it.is_module or face == _RESOURCES):
                public[f"{face}.{name}"] = it
    return public


def _is_exported(module: griffe.Object | griffe.Alias, name: str) -> bool:
    told = module.exports
    if told is None:
        return not name.startswith("_") and _is_ours(module.members[name])
    return name in map(str, told)


def _is_ours(member: griffe.Object | griffe.Alias) -> bool:
    path = member.target_path if isinstance(member, griffe.Alias) else member.path
    return path.startswith(_PACKAGES)


def _itself(member: griffe.Object | griffe.Alias) -> griffe.Object:
    return member.final_target if isinstance(member, griffe.Alias) else member


def _broken(old: griffe.Object, new: griffe.Object) -> Iterator[tuple[str, str]]:
    """What those who use the old one have to know."""
    for breakage in griffe.find_breaking_changes(_alone(old), _alone(new)):
        path = breakage.obj.path
        within = path.startswith(f"{old.path}.")
        yield path.removeprefix(old.path) if within else "", breakage.kind.value


def _alone(it: griffe.Object) -> griffe.Module:
    """A module that has it and nothing else: what can be compared is members."""
    module = griffe.Module("face")
    module.set_member("it", griffe.Alias("it", it))
    module.exports = ["it"]
    return module


def _beyond(old: griffe.Object, new: griffe.Object) -> Iterator[tuple[str, str]]:
    """What griffe does not tell: additions, and other types and values, as they are written."""
    for name, member in new.members.items():
        was = old.members.get(name)
        if name.startswith("_") and name != "__init__":
            continue
        if was is None:
            yield f".{name}", "added"
        elif isinstance(was, griffe.Object) and isinstance(member, griffe.Object):
            for path, change in _beyond(was, member):
                yield f".{name}{path}", change
    if isinstance(old, griffe.Attribute) and isinstance(new, griffe.Attribute):
        if str(old.annotation) != str(new.annotation):
            yield "", "type changed"
        if str(old.value) != str(new.value):
            yield "", "value changed"
    if isinstance(old, griffe.Function) and isinstance(new, griffe.Function):
        yield from _of_functions(old, new)


def _of_functions(old: griffe.Function, new: griffe.Function) -> Iterator[tuple[str, str]]:
    if str(old.returns) != str(new.returns):
        yield "", "type of the result changed"
    for parameter in new.parameters:
        if parameter.name not in old.parameters:
            yield f"({parameter.name})", "added"
        elif str(old.parameters[parameter.name].annotation) != str(parameter.annotation):
            yield f"({parameter.name})", "type changed"
