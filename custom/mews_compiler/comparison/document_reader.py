"""Reads the operations of an OpenAPI document: ours, or the vendor's."""

from mews_compiler.comparison.contract import PREFIX, Contract, Contracts, operation_name
from mews_compiler.comparison.pointers import followed
from mews_compiler.comparison.schema_reader import SchemaReader
from mews_compiler.comparison.shape import OBJECT, Shape
from mews_compiler.comparison.soundness import check_schemas
from mews_compiler.comparison.unreadable import UnreadableError
from mews_compiler.tree import Object, below, child, is_object

# By the operation's name, as the document has them.
Operations = dict[str, Object]

REQUEST = "request"
RESPONSE = "response"


def read_document(document: Object) -> Contracts:
    """The operations by name. Also reads a shortened document, with its schemas at the top."""
    document = in_full(document)
    return read_operations(operations(document), document)


def in_full(document: Object) -> Object:
    """The document with its schemas where references look for them."""
    schemas = document.get("schemas")
    return document | {"components": {"schemas": schemas}} if schemas else document


def operations(document: Object) -> Operations:
    """Those of this API. Raises UnreadableError if a path does not lead to any."""
    items = {
        path: _object(path, item, document)
        for path, item in child(document, "paths").items()
        if path.startswith(PREFIX)
    }
    return {
        operation_name(path): _object(path, item["post"], document)
        for path, item in items.items()
        if "post" in item
    }


def read_operations(found: Operations, document: Object) -> Contracts:
    reader = SchemaReader(document)
    contracts: Contracts = {}
    for name, operation in found.items():
        shapes = {
            side: reader.read(schema) if schema else Shape(kind=OBJECT)
            for side, schema in _schemas(name, operation, document).items()
        }
        contracts[name] = Contract(
            request=shapes[REQUEST],
            response=shapes[RESPONSE],
            deprecated=operation.get("deprecated") is True,
        )
    return contracts


def check_operations(found: Operations, document: Object) -> None:
    """Raises UnreadableError unless `read_operations` can read these."""
    check_schemas(
        (
            (below(name, side), schema)
            for name, operation in found.items()
            for side, schema in _schemas(name, operation, document).items()
        ),
        document,
    )


def _schemas(name: str, operation: Object, document: Object) -> dict[str, Object]:
    """Those of both bodies, empty where there is none."""
    taken = operation.get("requestBody", operation.get("request", {}))
    answers = _object(below(name, "responses"), operation.get("responses", {}), document)
    given = answers.get("200", {})
    return {
        side: _schema(below(name, side), holder, document)
        for side, holder in ((REQUEST, taken), (RESPONSE, given))
    }


def _schema(place: str, holder: object, document: Object) -> Object:
    """The schema of a body, which is kept by its content type or, shortened, without."""
    full = _object(place, holder, document)
    if "content" not in full:
        return holder if is_object(holder) else {}
    for key in ("content", "application/json", "schema"):
        place = below(place, key)
        full = full.get(key, {})
        if not is_object(full):
            raise UnreadableError(f"{place} has to be an object")
    return full


def _object(place: str, node: object, document: Object) -> Object:
    if not is_object(node):
        raise UnreadableError(f"{place} has to be an object")
    try:
        return followed(document, node)
    except UnreadableError as error:
        raise UnreadableError(f"{place}: {error}") from None
