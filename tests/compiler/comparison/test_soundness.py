"""What cannot be read is found before it is read, and told by its place."""

from typing import Any

import pytest

from mews_compiler.comparison.document_reader import check_operations, operations, read_document
from mews_compiler.comparison.unreadable import UnreadableError
from support.told import NAME, PATH, REQUEST, written_document

Json = dict[str, Any]

REF = "#/components/schemas/"
CIRCULAR: Json = {
    "Self": {"allOf": [{"$ref": REF + "Self"}]},
    "Only": {"anyOf": [{"$ref": REF + "Only"}, {"type": "null"}]},
    "There": {"$ref": REF + "Back"},
    "Back": {"$ref": REF + "There"},
}


def check(document: Json) -> None:
    check_operations(operations(document), document)


@pytest.mark.parametrize(
    ("schema", "fault"),
    [
        ({"$ref": REF + "Nowhere"}, f"It: the reference {REF}Nowhere leads nowhere"),
        ({"$ref": "other.yaml#/x"}, "It: the reference other.yaml#/x leads out of the document"),
        ({"$ref": "#anchor"}, "It: the reference #anchor leads nowhere"),
        ({"$ref": "#"}, "It: the reference # leads nowhere"),
        ({"$ref": REF + "Note/allOf/7"}, "leads nowhere"),
        ({"$ref": 5}, r"It > \$ref has to be a text"),
        ({"allOf": None}, "It > allOf has to be a list"),
        ({"anyOf": [5]}, "It > anyOf has to be a schema"),
        ({"enum": None}, "It > enum has to be a list"),
        ({"format": ["uuid"]}, "It > format has to be a text"),
        ({"items": None}, "It > items has to be a schema"),
        ({"maxItems": "9"}, "It > maxItems has to be a number"),
        ({"properties": []}, "It > properties has to be an object"),
        ({"properties": {"Text": 5}}, "It > Text has to be a schema"),
        ({"required": True}, "It > required has to be a list of names"),
        ({"type": None}, "It > type has to be a type"),
        ({"$ref": REF + "Self"}, "Self is made from itself"),
        ({"$ref": REF + "Only"}, "Only is made from itself"),
        ({"$ref": REF + "There"}, "is made from itself"),
        (5, "It has to be a schema"),
    ],
)
def test_a_schema_that_cannot_be_read_is_told_by_its_place(schema: object, fault: str) -> None:
    note = {"allOf": [{"type": "object"}]}
    document = written_document(request={"It": schema}, schemas={**CIRCULAR, "Note": note})

    with pytest.raises(UnreadableError, match=fault):
        check(document)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"requestBody": None}, f"{NAME} > request has to be an object"),
        ({"requestBody": {"content": []}}, f"{NAME} > request > content has to be an object"),
        ({"requestBody": {"$ref": "#/nowhere"}}, f"{NAME} > request: the reference #/nowhere"),
        ({"responses": []}, f"{NAME} > responses has to be an object"),
        ({"responses": {"200": 5}}, f"{NAME} > response has to be an object"),
    ],
)
def test_a_body_that_cannot_be_read_is_told_by_its_place(change: Json, fault: str) -> None:
    document = written_document()
    document["paths"][PATH]["post"].update(change)

    with pytest.raises(UnreadableError, match=fault):
        check(document)


@pytest.mark.parametrize("item", [None, {"post": 5}, {"$ref": "#/x"}, {"$ref": f"{REF}There"}])
def test_a_path_that_cannot_be_read_is_told(item: object) -> None:
    document = written_document(schemas=CIRCULAR)
    document["paths"][PATH] = item

    with pytest.raises(UnreadableError, match=f"^{PATH}"):
        check(document)


@pytest.mark.parametrize(
    "schema",
    [
        True,
        {"items": False, "type": "array"},
        {"type": "object", "additionalProperties": False},
        {"minimum": 0, "exclusiveMinimum": True},
        {"x-whatever": None, "default": None, "example": {"$ref": 5}},
        {"type": "object", "properties": {"$ref": {"type": "string"}}},
    ],
)
def test_whatever_else_there_may_be_is_fine(schema: object) -> None:
    document = written_document(request={"It": schema})

    check(document)
    read_document(document)


def test_an_object_may_hold_others_of_its_kind_in_every_way() -> None:
    again = {"allOf": [{"$ref": f"{REF}{REQUEST}"}, {"$ref": REF + "Base"}]}
    document = written_document(
        request={"It": again, "They": {"type": "array", "items": again}},
        schemas={"Base": {"type": "object"}},
    )

    check(document)
    parts = read_document(document)[NAME].request.parts

    assert set(parts["It"].parts["It"].parts) == set()
    assert set(parts["It"].parts) == {"It", "They"}
