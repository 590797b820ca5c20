"""Findings about operations: the conventions that the generator's view and templates rely on."""

import re
from collections.abc import Iterator

from mews_compiler.extension_lint import extension_findings
from mews_compiler.faults import Finding
from mews_compiler.fragments import Fragment
from mews_compiler.operations import CONNECTOR_REQUEST, LIMITATION, PATH, Operation, operations
from mews_compiler.python_names import IN_METHODS, IN_PAGED_METHODS, taken
from mews_compiler.schemas import required_of
from mews_compiler.tree import SCHEMAS, Object, below, child, is_list

DOCS = re.compile(r"https://docs\.mews\.com/connector-api/operations/[a-z]+#[a-z-]+")
PARTS = {
    "operationId",
    "tags",
    "summary",
    "description",
    "externalDocs",
    "deprecated",
    "requestBody",
    "responses",
}


def operation_findings(fragment: Fragment, document: Object) -> Iterator[Finding]:
    for path in fragment.paths:
        place = below("paths", path)
        named = PATH.fullmatch(path)
        if not named:
            yield place, "name the path /api/connector/v1/<resource>/<action>"
        elif child(fragment.paths, path).keys() != {"post"}:
            yield place, "describe `post` and nothing else: every operation is a POST"
        else:
            operation = Operation(named, child(fragment.paths, path, "post"), document)
            for check in (_names, _parts, _bodies, _behaviour, _keywords, _pages):
                yield from check(place, operation)


def _names(place: str, operation: Operation) -> Iterator[Finding]:
    expected = f"{operation.resource}_{operation.action}"
    told = operation.node.get("operationId")
    namesakes = [
        other.short_path
        for other in operations(operation.document)
        if other.short_path != operation.short_path and other.node.get("operationId") == told
    ]
    if namesakes:
        yield place, f"operationId {told} also belongs to {', '.join(namesakes)}"
    if told != expected:
        yield place, f"let operationId be {expected}, after the path"
    if operation.node.get("tags") != [operation.resource]:
        yield place, f"let tags be [{operation.resource}], after the path"
    if not operation.tag.get("description"):
        yield place, f"list the tag {operation.resource} in the root and describe it"


def _parts(place: str, operation: Operation) -> Iterator[Finding]:
    for part in ("summary", "description"):
        if not str(operation.node.get(part) or "").strip():
            yield place, f"write its {part}"
    if not DOCS.fullmatch(str(child(operation.node, "externalDocs").get("url"))):
        yield place, "let externalDocs.url be its heading in the vendor's documentation"
    for part in sorted(operation.node.keys() - PARTS):
        if not part.startswith("x-"):
            yield place, f"{part} is not for a fragment to say"
    yield from extension_findings(place, operation.node, "operations")


def _bodies(place: str, operation: Operation) -> Iterator[Finding]:
    title = "".join(word[0].upper() + word[1:] for word in (operation.resource, operation.action))
    if child(operation.node, "requestBody").get("required") is not True:
        yield below(place, "requestBody"), "say `required: true`"
    if child(operation.node, "responses").keys() != {"200"}:
        yield below(place, "responses"), "describe '200' only: the join adds the others"
    yield from _body(below(place, "requestBody"), operation.request_content, f"{title}Request")
    yield from _body(below(place, "responses"), operation.result_content, f"{title}Result")


def _body(place: str, content: Object, schema: str) -> Iterator[Finding]:
    if content.get("schema") != {"$ref": SCHEMAS + schema}:
        yield place, f"let the JSON schema be a reference to {schema} and no more"
    if "example" not in content:
        yield place, "give the published `example`"


def _behaviour(place: str, operation: Operation) -> Iterator[Finding]:
    if operation.node.get("x-kind") not in ("read", "write"):
        yield place, "say `x-kind: read` or `x-kind: write`: only reads are retried freely"
    if operation.portfolio not in ("many", "one", "none"):
        yield place, "let x-portfolio be many, one or none"
    if {"$ref": CONNECTOR_REQUEST} not in operation.request.get("allOf", []):
        yield place, "let the request be `allOf` ConnectorRequest, which holds the credentials"


def _keywords(place: str, operation: Operation) -> Iterator[Finding]:
    names = IN_PAGED_METHODS if operation.is_paged else IN_METHODS
    for name, name_there in taken(operation.request_properties, names):
        yield place, f"{name} of the request would hide what its method has as `{name_there}`"


def _pages(place: str, operation: Operation) -> Iterator[Finding]:
    if not operation.is_paged:
        for word in ("x-identity", "x-rows"):
            if word in operation.node:
                yield place, f"has no pages to need {word}: no Limitation and Cursor"
        return
    if LIMITATION not in required_of(operation.request, operation.document):
        yield place, f"let the request require {LIMITATION}: nothing is listed without"
    if operation.rows not in operation.row_lists:
        yield place, "let the result have one list of objects, its rows, or name theirs in x-rows"
        return
    identity = operation.node.get("x-identity")
    if not is_list(identity) or not identity:
        yield place, "say in x-identity which properties tell rows apart: a row can come twice"
        return
    for name in identity:
        if name not in list(operation.row_properties):
            yield place, f"x-identity names {name}, which is no property of a row"
