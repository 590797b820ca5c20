"""The files of the document as they lie in `openapi/`."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError, SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from mews_compiler.faults import CompilerError, Fault
from mews_compiler.tree import Object, below, child, is_object

ROOT = "openapi.yaml"
NO_FRAGMENTS = {ROOT, "redocly.yaml"}


@dataclass(frozen=True, slots=True)
class Fragment:
    """One file: the root of the document, or the paths and schemas of one resource."""

    file: str
    content: Object

    @property
    def paths(self) -> Object:
        return child(self.content, "paths")

    @property
    def components(self) -> Object:
        return child(self.content, "components")

    @property
    def schemas(self) -> Object:
        return child(self.components, "schemas")


def read_fragments(folder: Path) -> tuple[Fragment, list[Fragment]]:
    """The root of the document and all other fragments, in order of their names."""
    root = folder / ROOT
    if not root.is_file():
        raise CompilerError(Fault(ROOT, "file", "is missing: every document needs its root"))
    others = sorted(path for path in folder.glob("*.yaml") if path.name not in NO_FRAGMENTS)
    return _read(root), [_read(path) for path in others]


class _JsonConstructor(SafeConstructor):
    """Reads dates as the text that was written, since JSON has no dates."""


# ruamel.yaml says nothing about its types, so they end where they are used.
_constructor: Any = _JsonConstructor
_constructor.add_constructor("tag:yaml.org,2002:timestamp", _constructor.construct_yaml_str)


def _read(path: Path) -> Fragment:
    yaml: Any = YAML(typ="safe", pure=True)
    yaml.Constructor = _JsonConstructor
    try:
        content = yaml.load(path.read_text(encoding="utf-8"))
    except DuplicateKeyError as error:
        raise _unreadable(path, error, "keep one of the two") from error
    except MarkedYAMLError as error:
        raise _unreadable(path, error, "write valid YAML") from error
    except (YAMLError, UnicodeDecodeError) as error:
        raise CompilerError(Fault(path.name, "file", "write YAML as UTF-8 text")) from error
    if not is_object(content):
        message = "make it a mapping with `paths` or `components`"
        raise CompilerError(Fault(path.name, "file", message))
    faults = [Fault(path.name, place, "put it in quotes: '200'") for place in _bare_keys(content)]
    if faults:
        raise CompilerError(*faults)
    # A YAML alias is one object in two places; written out, changing one leaves the other alone.
    return Fragment(path.name, json.loads(json.dumps(content)))


def _unreadable(path: Path, error: Any, remedy: str) -> CompilerError:
    problem = str(error.problem).strip().splitlines()[0]
    return CompilerError(
        Fault(path.name, f"line {error.problem_mark.line + 1}", f"{problem}: {remedy}")
    )


def _bare_keys(node: object, place: str = "") -> Iterator[str]:
    """Places of keys that are no text, as an unquoted status code is."""
    if isinstance(node, dict):
        for key, value in cast("dict[object, object]", node).items():
            if not isinstance(key, str):
                yield below(place, key)
            yield from _bare_keys(value, below(place, key))
    elif isinstance(node, list):
        for index, value in enumerate(cast("list[object]", node)):
            yield from _bare_keys(value, below(place, index))
