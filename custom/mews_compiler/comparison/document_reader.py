"""Reads the operations of an OpenAPI document: ours, or the vendor's."""

from mews_compiler.comparison.contract import PREFIX, Contract, Contracts, operation_name
from mews_compiler.comparison.schema_reader import SchemaReader
from mews_compiler.comparison.shape import OBJECT, Shape
from mews_compiler.tree import Object, child, target


def read_document(document: Object) -> Contracts:
    """The operations by name. Also reads a shortened document, with its schemas at the top."""
    if "schemas" in document:
        document = document | {"components": {"schemas": document["schemas"]}}
    paths = child(document, "paths")
    return {
        operation_name(path): _contract(child(paths, path, "post"), document)
        for path in paths
        if path.startswith(PREFIX) and child(paths, path, "post")
    }


def _contract(operation: Object, document: Object) -> Contract:
    taken = child(operation, "requestBody") or child(operation, "request")
    given = child(operation, "responses", "200")
    return Contract(
        request=_body(taken, document),
        response=_body(given, document),
        deprecated=operation.get("deprecated") is True,
    )


def _body(holder: Object, document: Object) -> Shape:
    """The shape of a body, which is kept by its content type or, shortened, without."""
    full = target(document, holder) or holder
    schema = child(full, "content", "application/json", "schema") if "content" in full else holder
    return SchemaReader(document).read(schema) if schema else Shape(kind=OBJECT)
