"""Every catalogue, its table and its enum, as they are found in the package."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any

from attrs import frozen

from mews_connector import models
from mews_runtime import OpenEnum, catalogues
from mews_runtime.catalogues import Info

__all__ = ["CATALOGUES", "Catalogue", "schemas"]


@frozen(kw_only=True)
class Catalogue:
    """One module of the catalogues, and the names that follow from its own."""

    module: str

    @property
    def name(self) -> str:
        """The enum's, as the document has it."""
        return "".join(word.capitalize() for word in self.module.split("_"))

    @property
    def rows(self) -> Mapping[str, Info]:
        rows: Mapping[str, Info] = self._member("ROWS")
        return rows

    @property
    def info(self) -> type[Info]:
        info: type[Info] = self._member(f"{self.name}Info")
        return info

    @property
    def base(self) -> type[OpenEnum]:
        base: type[OpenEnum] = self._member(f"{self.name}Catalogue")
        return base

    @property
    def enum(self) -> Any:
        return getattr(models, self.name)

    @property
    def documented(self) -> list[str]:
        """The values that the document gives the enum."""
        values: list[str] = schemas()[self.name]["enum"]
        return values

    def _member(self, name: str) -> Any:
        return getattr(import_module(f"{catalogues.__name__}.{self.module}"), name)


@cache
def schemas() -> dict[str, Any]:
    """The objects and enums of the document."""
    document = json.loads(files("mews_connector").joinpath("openapi.json").read_text("utf-8"))
    schemas: dict[str, Any] = document["components"]["schemas"]
    return schemas


CATALOGUES = [
    Catalogue(module=module.name)
    for module in pkgutil.iter_modules(catalogues.__path__)
    if not module.name.startswith("_")
]
