"""The vendor's OpenAPI document, from a file or from the web."""

import json
from pathlib import Path
from typing import Any

import httpx
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from mews_compiler.comparison.unreadable import UnreadableError
from mews_compiler.tree import Object, is_list, is_object

FAILURES = (OSError, ValueError, RecursionError, YAMLError, httpx.HTTPError, httpx.InvalidURL)


def load_vendor_document(spec: str) -> Object:
    """Reads JSON or YAML from a file or an http(s) URL. Raises UnreadableError."""
    try:
        text = _text(spec)
        # YAML could read both, but takes a hundred times as long for JSON.
        is_json = text.lstrip().startswith("{")
        document: object = json.loads(text) if is_json else _yaml(text)
    except FAILURES as error:
        raise UnreadableError(" ".join(str(error).split())) from error
    if not is_json:
        document = _with_text_keys(document, {})
    if not is_object(document):
        raise UnreadableError("it is no OpenAPI document, but something else")
    if "swagger" in document:
        raise UnreadableError("it is a Swagger 2 document, and only OpenAPI 3 can be compared")
    if not str(document.get("openapi")).startswith("3."):
        raise UnreadableError("it is no OpenAPI 3 document: `openapi` does not say so")
    if not is_object(document.get("paths")):
        raise UnreadableError("it is no OpenAPI document: it has no paths")
    return document


def _text(spec: str) -> str:
    if not spec.startswith(("http://", "https://")):
        return Path(spec).read_text(encoding="utf-8")
    return httpx.get(spec, follow_redirects=True, timeout=60).raise_for_status().text


def _yaml(text: str) -> object:
    yaml: Any = YAML(typ="safe", pure=True)
    content: object = yaml.load(text)
    return content


def _with_text_keys(node: object, known: dict[int, object]) -> object:
    """YAML takes the `200` of an answer for a number. What stands there twice is kept as one."""
    if id(node) in known:
        return known[id(node)]
    if is_object(node):
        texts: Object = {}
        known[id(node)] = texts
        texts.update((str(key), _with_text_keys(value, known)) for key, value in node.items())
        return texts
    if is_list(node):
        listed: list[object] = []
        known[id(node)] = listed
        listed.extend(_with_text_keys(value, known) for value in node)
        return listed
    return node
