"""The document as the generator reads it: without credentials, pages and errors, rules as data."""

import copy

from mews_compiler.field_notes import field_notes
from mews_compiler.operations import CONNECTOR_REQUEST, LIMITATION, Operation, operations
from mews_compiler.presence import KEYWORDS, rules_of
from mews_compiler.schemas import properties_of, reached, required_of
from mews_compiler.tree import Object, child, objects, references
from mews_compiler.variants import VARIANTS, variants_of


def generator_view(document: Object) -> Object:
    """What the generator and our templates see of a joined document, which stays as it is.

    Raises CompilerError when a schema combines others in a way that is no rule we know.
    """
    view = copy.deepcopy(document)
    for operation in operations(view):
        operation.request["x-operation"] = _facts(operation)
        _take_out_what_the_client_adds(operation.request)
        _keep_success_only(operation.node)
    schemas: Object = view["components"]["schemas"]
    used = reached(references(view["paths"]), view)
    models = {name: _model(name, schemas[name], view) for name in sorted(used)}
    view["components"] = {"schemas": models}
    for _, node in objects(view):
        node.pop("example", None)
    return view


def _facts(operation: Operation) -> Object:
    node = operation.node
    told = child(node, "x-deprecated")
    deprecation = {word: told.get(word) for word in ("since", "use", "until")}
    return {
        "path": operation.short_path,
        "resource": operation.resource,
        "resource_doc": operation.tag["description"],
        "action": operation.action,
        "kind": node["x-kind"],
        "portfolio": operation.portfolio,
        "paging": {"items": operation.rows, "identity": node["x-identity"]}
        if operation.is_paged
        else None,
        "deprecated": deprecation if node.get("deprecated") else None,
        "takes_deprecated": operation.takes_deprecated,
        "summary": node["summary"],
        "description": node["description"],
        "docs": node["externalDocs"]["url"],
    }


def _take_out_what_the_client_adds(request: Object) -> None:
    """Credentials live in the client, pages in its paginators: neither is in a model."""
    request["allOf"] = [base for base in request["allOf"] if base["$ref"] != CONNECTOR_REQUEST]
    request["properties"].pop(LIMITATION, None)
    request["required"] = [name for name in request.get("required", []) if name != LIMITATION]


def _keep_success_only(node: Object) -> None:
    success = node["responses"]["200"]
    success.pop("headers", None)
    node.pop("parameters", None)
    node["responses"] = {"200": success}


def _model(name: str, schema: Object, view: Object) -> Object:
    """A schema that stands alone: bases written out, rules as data, closed unless it is a map."""
    if schema.get("type") != "object":
        return schema
    model = {key: value for key, value in schema.items() if key not in {*KEYWORDS, "allOf"}}
    model["properties"] = properties_of(schema, view)
    model["required"] = required_of(schema, view)
    model.setdefault("additionalProperties", False)
    model["x-fields"] = field_notes(model["properties"])
    if variants := variants_of(schema):
        model[VARIANTS] = variants
    if rules := rules_of(schema, "joined document", name):
        model["x-rules"] = rules
    return {key: value for key, value in model.items() if value != []}
