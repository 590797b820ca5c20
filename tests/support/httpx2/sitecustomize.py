"""Puts httpx2 in the place of httpx, in each process that has this folder on its PYTHONPATH.

An application calls `httpx2.alias_httpx()` first of all. Here that waits for the first import of
httpx, so that what httpx2 imports is not there before pytest, which rewrites some of it, and before
tests of what an import brings along.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec


class _Httpx2(MetaPathFinder):
    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        if fullname not in {"httpx", "httpcore"}:
            return None
        sys.meta_path.remove(self)
        import_module("httpx2").alias_httpx()
        # Else it would be found as what is loaded already, and loaded again.
        del sys.modules[fullname]
        return find_spec(fullname)


sys.meta_path.insert(0, _Httpx2())
