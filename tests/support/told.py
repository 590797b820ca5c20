"""Small documents about an API of one operation, in each of the forms that are compared."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

__all__ = ["NAME", "PATH", "pages", "row", "short_document", "written_document"]

Json = dict[str, Any]

NAME = "notes/getAll"
PATH = f"/api/connector/v1/{NAME}"
REQUEST = "NotesRequest"
RESULT = "NotesResult"


def written_document(
    *,
    request: Json | None = None,
    response: Json | None = None,
    required: Iterable[str] = (),
    schemas: Json | None = None,
    openapi: str = "3.1.0",
) -> Json:
    """A whole OpenAPI document; the properties named as required are so on both sides."""
    short = short_document(request=request, response=response, required=required, schemas=schemas)
    [operation] = [it["post"] for it in short["paths"].values()]
    body = {"content": {"application/json": {"schema": operation["request"]}}}
    answer = {"content": {"application/json": {"schema": operation["responses"]["200"]}}}
    written = {"requestBody": body, "responses": {"200": answer}}
    return {
        "openapi": openapi,
        "paths": {PATH: {"post": written}},
        "components": {"schemas": short["schemas"]},
    }


def short_document(
    *,
    request: Json | None = None,
    response: Json | None = None,
    required: Iterable[str] = (),
    schemas: Json | None = None,
) -> Json:
    """The form in which the facts keep the vendor's document."""
    operation = {
        "request": {"$ref": f"#/components/schemas/{REQUEST}"},
        "responses": {"200": {"$ref": f"#/components/schemas/{RESULT}"}},
    }
    return {
        "paths": {PATH: {"post": operation}},
        "schemas": {
            REQUEST: _object(request or {}, required),
            RESULT: _object(response or {}, required),
            **(schemas or {}),
        },
    }


def pages(
    *, request: Json | None = None, response: Json | None = None, objects: Json | None = None
) -> Json:
    """The form in which the facts keep the tables of the published pages."""
    operation = {
        "path": PATH,
        "page": "notes",
        "deprecated": False,
        "request": request or {},
        "response": response or {},
    }
    return {"operations": [operation], "objects": objects or {}}


def row(kind: str = "string", *, required: bool = False, **more: object) -> Json:
    """A row of such a table."""
    return {"type": kind, "required": required, "deprecated": False, **more}


def _object(properties: Json, required: Iterable[str]) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in required if name in properties],
    }
