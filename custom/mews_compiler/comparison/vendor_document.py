"""The vendor's OpenAPI document, from a file or from the web."""

import json
from pathlib import Path
from typing import Any

import httpx
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from mews_compiler.tree import Object, is_object

FAILURES = (OSError, ValueError, YAMLError, httpx.HTTPError, httpx.InvalidURL)


class UnreadableError(Exception):
    """There is no OpenAPI document there."""


def load_vendor_document(spec: str) -> Object:
    """Reads JSON or YAML from a file or an http(s) URL. Raises UnreadableError."""
    try:
        document = _parsed(_text(spec))
    except FAILURES as error:
        raise UnreadableError(f"{spec} cannot be read: {error}") from error
    if not is_object(document) or not is_object(document.get("paths")):
        raise UnreadableError(f"{spec} is no OpenAPI document: it has no paths")
    return document


def _text(spec: str) -> str:
    if not spec.startswith(("http://", "https://")):
        return Path(spec).read_text(encoding="utf-8")
    return httpx.get(spec, follow_redirects=True, timeout=60).raise_for_status().text


def _parsed(text: str) -> object:
    # YAML could read both, but takes a hundred times as long for JSON.
    if text.lstrip().startswith("{"):
        return json.loads(text)
    yaml: Any = YAML(typ="safe", pure=True)
    return yaml.load(text)
