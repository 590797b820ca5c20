"""The client that openapi-python-client writes when nobody tells it how."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.peers.document import joined
from mews_compiler.generation import as_json
from mews_compiler.presence import KEYWORDS
from mews_compiler.tree import Object

__all__ = ["PACKAGE", "write_stock"]

PACKAGE = "stock_client"


def write_stock(folder: Path) -> None:
    """The package `stock_client`, with the generator's own templates and settings."""
    source = folder / "stock.json"
    source.write_text(as_json(_readable(joined())), encoding="utf-8")
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--fail-on-warning"]
    command += ["--path", str(source), "--meta", "none", "--output-path", str(folder / PACKAGE)]
    # It tidies its code with ruff, which it looks for on PATH.
    tools = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    subprocess.run(  # noqa: S603 - a command of our own, with paths of our own
        command, check=True, stdout=subprocess.DEVNULL, env=os.environ | {"PATH": tools}
    )


def _readable(document: Object) -> Object:
    """The document without the one thing that the generator cannot read.

    It takes rules on which properties of an object go together ("one of these filters is
    required") for unions of types, and leaves out every operation whose request has one.
    """
    schemas = {
        name: {word: said for word, said in schema.items() if word not in KEYWORDS}
        if schema.get("type") == "object"
        else schema
        for name, schema in document["components"]["schemas"].items()
    }
    return document | {"components": document["components"] | {"schemas": schemas}}
