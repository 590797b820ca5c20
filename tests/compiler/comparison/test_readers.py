"""The same contract is read out of every form in which it can be written."""

from typing import Any

import pytest

from mews_compiler.comparison.comparing import differences
from mews_compiler.comparison.document_reader import read_document
from mews_compiler.comparison.shape import Shape
from mews_compiler.comparison.table_reader import read_tables
from support.told import NAME, PATH, pages, row, short_document, written_document

Json = dict[str, Any]

REF = "#/components/schemas/"
NOTE: Json = {"type": "object", "properties": {"Text": {"type": "string"}}}


def shape_of(schema: Json, **schemas: Json) -> Shape:
    """The property `It` of a request."""
    document = written_document(request={"It": schema}, schemas=schemas)
    return read_document(document)[NAME].request.parts["It"]


def table_shape(kind: str, objects: Json | None = None, **more: Any) -> Shape:
    facts = pages(request={"It": row(kind, **more)}, objects=objects)
    return read_tables(facts)[NAME].request.parts["It"]


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": REF + "Note", "nullable": True},
        {"allOf": [{"$ref": REF + "Note"}], "nullable": True},
        {"anyOf": [{"$ref": REF + "Note"}], "nullable": True},
        {"anyOf": [{"$ref": REF + "Note"}, {"type": "null"}]},
        {"oneOf": [{"$ref": REF + "Note"}, {"type": "null"}]},
        {**NOTE, "type": ["object", "null"]},
        {**NOTE, "nullable": True},
    ],
)
def test_null_is_written_in_many_ways(schema: Json) -> None:
    shape = shape_of(schema, Note=NOTE)

    assert (shape.kind, shape.nullable, set(shape.parts)) == ("object", True, {"Text"})


def test_an_object_has_the_properties_of_its_bases() -> None:
    base = {"type": "object", "properties": {"Id": {"type": "string"}}, "required": ["Id"]}
    schema = {**NOTE, "allOf": [{"$ref": REF + "Base"}], "required": ["Text"]}

    parts = shape_of(schema, Base=base).parts

    assert {name: part.required for name, part in parts.items()} == {"Id": True, "Text": True}


def test_a_demand_for_one_of_several_properties_is_no_choice_of_shapes() -> None:
    demand = [{"required": ["Text"], "properties": {"Text": {"type": "string"}}}]

    assert shape_of({**NOTE, "anyOf": demand}) == shape_of(NOTE)


def test_the_variants_of_a_coproduct_are_read_together() -> None:
    call = {
        "type": "object",
        "properties": {"Phone": {"type": "string"}, "Text": {"type": "string"}},
        "required": ["Phone"],
    }
    value = {"anyOf": [{"$ref": REF + "Note"}, {"$ref": REF + "Call"}, {"type": "null"}]}

    shape = shape_of(value, Note=NOTE, Call=call)

    assert (shape.kind, shape.nullable) == ("object", True)
    assert {name: part.required for name, part in shape.parts.items()} == {
        "Text": False,
        "Phone": True,
    }


def test_nothing_is_told_about_what_the_vendors_coproducts_require() -> None:
    assert shape_of({**NOTE, "x-coproduct": True}).parts["Text"].required is None


@pytest.mark.parametrize(
    "itself",
    [
        {"$ref": REF + "Node"},
        {"allOf": [{"$ref": REF + "Node"}], "nullable": True},
        {"anyOf": [{"$ref": REF + "Node"}, {"type": "null"}]},
        {"anyOf": [{"$ref": REF + "Node"}, {"$ref": REF + "Node"}]},
    ],
)
def test_a_schema_that_contains_itself_is_read_once(itself: Json) -> None:
    node = {"type": "object", "properties": {"Id": {"type": "string"}, "Above": itself}}

    shape = shape_of({"$ref": REF + "Node"}, Node=node)

    assert set(shape.parts) == {"Id", "Above"}
    assert (shape.parts["Above"].kind, shape.parts["Above"].parts) == ("any", {})


def test_a_base_may_be_that_of_a_part_too() -> None:
    base = {"type": "object", "properties": {"Id": {"type": "string"}}}
    line: Json = {"allOf": [{"$ref": REF + "Base"}], "type": "object", "properties": {}}
    note = {
        "allOf": [{"$ref": REF + "Base"}],
        "type": "object",
        "properties": {"Line": {"$ref": REF + "Line"}},
    }

    shape = shape_of({"$ref": REF + "Note"}, Base=base, Line=line, Note=note)

    assert set(shape.parts["Line"].parts) == {"Id"}


@pytest.mark.parametrize(
    ("schema", "kind", "parts"),
    [
        ({"type": "object", "additionalProperties": {"type": "number"}}, "map", ["{}"]),
        ({"type": "object", "additionalProperties": False}, "object", []),
        ({"type": "object"}, "any", []),
        ({}, "any", []),
        ({"type": "array", "items": {"type": "string"}}, "array", ["[]"]),
        ({"type": "string", "enum": ["Open", None]}, "enum", []),
        ({"type": ["string", "number"]}, "any", []),
    ],
)
def test_kinds_of_values(schema: Json, kind: str, parts: list[str]) -> None:
    shape = shape_of(schema)

    assert (shape.kind, list(shape.parts)) == (kind, parts)


def test_a_null_among_the_values_of_an_enum_is_none_of_them() -> None:
    shape = shape_of({"type": "string", "enum": ["Open", None]})

    assert (set(shape.values), shape.nullable) == ({"Open"}, True)


@pytest.mark.parametrize(
    ("schema", "values", "nullable"),
    [
        ({"const": "Open"}, {"Open"}, False),
        ({"type": "string", "const": "Open"}, {"Open"}, False),
        ({"oneOf": [{"const": "Open"}, {"const": "Closed"}]}, {"Open", "Closed"}, False),
        (
            {"type": "string", "oneOf": [{"const": "Open"}, {"const": "Closed"}]},
            {"Open", "Closed"},
            False,
        ),
        ({"oneOf": [{"const": "Open"}, {"const": None}]}, {"Open"}, True),
        (
            {"anyOf": [{"enum": ["Open"]}, {"const": "Closed"}, {"type": "null"}]},
            {"Open", "Closed"},
            True,
        ),
    ],
)
def test_constants_are_the_values_of_an_enum(
    schema: Json, values: set[str], *, nullable: bool
) -> None:
    shape = shape_of(schema)

    assert (shape.kind, set(shape.values), shape.nullable) == ("enum", values, nullable)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"minimum": 1, "maximum": 9}, {"minimum": 1, "maximum": 9}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"maximum": 9, "exclusiveMaximum": False}, {"maximum": 9}),
        ({"exclusiveMaximum": 9}, {"exclusiveMaximum": 9}),
        ({"exclusiveMaximum": True}, {}),
        ({"anyOf": [{"type": "number", "maximum": 9}, {"type": "null"}]}, {"maximum": 9}),
    ],
)
def test_bounds_are_read_in_the_words_of_both_versions(schema: Json, expected: Json) -> None:
    assert shape_of(schema).bounds == expected


@pytest.mark.parametrize("word", [{"x-longest-interval": "P3M"}, {"x-max-interval-in-months": 3}])
def test_the_longest_interval_is_written_in_our_words_and_the_vendors(word: Json) -> None:
    assert shape_of({**NOTE, **word}).longest == "P3M"


def test_a_whole_document_and_a_shortened_one_are_read_alike() -> None:
    properties: Json = {"request": {"It": NOTE}, "response": {"It": NOTE}}

    whole = read_document(written_document(**properties, openapi="3.0.4"))

    assert whole == read_document(short_document(**properties))


def test_bodies_can_be_kept_apart_from_their_operation() -> None:
    whole = written_document(request={"It": NOTE})
    body = whole["paths"][PATH]["post"]["requestBody"]
    whole["components"]["requestBodies"] = {"Body": body}
    expected = read_document(whole)
    whole["paths"][PATH]["post"]["requestBody"] = {"$ref": "#/components/requestBodies/Body"}

    assert read_document(whole) == expected


def test_a_path_can_be_kept_elsewhere() -> None:
    whole = written_document()
    expected = read_document(whole)
    whole["x-paths"] = {"a/b~c d": whole["paths"][PATH]}
    whole["paths"][PATH] = {"$ref": "#/x-paths/a~1b%7E0c%20d"}

    assert read_document(whole) == expected


def test_a_reference_can_lead_into_a_list() -> None:
    shape = shape_of({"$ref": REF + "Note/allOf/1"}, Note={"allOf": [{}, NOTE]})

    assert set(shape.parts) == {"Text"}


def test_what_is_said_beside_a_reference_counts() -> None:
    beside = {"allOf": [{"$ref": REF + "Text", "maxLength": 5}]}

    assert shape_of(beside, Text={"type": "string", "maxLength": 9}).max_length == 5


def test_paths_of_other_apis_are_passed_over() -> None:
    document = written_document()
    document["paths"]["/api/distributor/v1/notes/getAll"] = document["paths"][PATH]

    assert list(read_document(document)) == [NAME]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("string", "string"),
        ("decimal", "number"),
        ("object", "any"),
        ("array of strings", "array"),
        ("Note <other.md#note>", "object"),
        ("array of Note <other.md#note>", "array"),
        ("Words <other.md#words-ver-2>", "map"),
        ("State <other.md#state>", "enum"),
        ("Limitation <../guidelines/pagination.md#limitation>", "any"),
    ],
)
def test_types_in_tables_are_followed_to_their_page(kind: str, expected: str) -> None:
    objects = {
        "other": {
            "Note": {"properties": {"Text": row()}},
            "Words (ver 2)": {"properties": {"?Key?": row()}},
            "State": {"values": ["Open"], "open": True},
        }
    }

    assert table_shape(kind, objects).kind == expected


def test_a_link_without_a_page_stays_on_the_page_of_its_table() -> None:
    objects: Json = {
        "notes": {"Author": {"properties": {"Wrong": row()}}},
        "other": {
            "Note": {"properties": {"Author": row("Author <#author>")}},
            "Author": {"properties": {"Right": row()}},
        },
    }

    shape = table_shape("Note <other.md#note>", objects)

    assert set(shape.parts["Author"].parts) == {"Right"}


def test_a_table_that_leads_back_to_itself_is_read_once() -> None:
    objects = {"other": {"Note": {"properties": {"Above": row("Note <#note>")}}}}

    assert table_shape("Note <other.md#note>", objects).parts["Above"].kind == "any"


def test_limits_in_tables() -> None:
    shape = table_shape("string", maxItems=9, maxLength=5, maxInterval="1 month")

    assert (shape.max_items, shape.max_length, shape.longest) == (9, 5, "P1M")


def test_a_table_agrees_with_the_document_written_from_it() -> None:
    objects = {"notes": {"Note": {"properties": {"Text": row(required=True)}}}}
    facts = pages(request={"It": row("Note <#note>")}, objects=objects)
    note = {**NOTE, "required": ["Text"]}

    ours = read_document(written_document(request={"It": note}))

    assert list(differences(ours, {"pages": read_tables(facts)})) == []
