from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module

__all__ = ["lazy_exports"]


def lazy_exports(
    package: str, modules: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of a module whose names are imported when first used.

    `modules` maps each name to the relative module that defines it, or that it is (PEP 562).
    """

    def load(name: str) -> object:
        relative = modules.get(name)
        if relative is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(relative, package)
        value: object = module if relative == f".{name}" else getattr(module, name)
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted(modules)

    return load, names
