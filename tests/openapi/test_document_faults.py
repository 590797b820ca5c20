"""The join stops on everything that would go wrong later, and says where and what to do."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from mews_compiler.__main__ import main
from mews_compiler.document import join
from mews_compiler.faults import CompilerError, Fault

Json = dict[str, Any]

PATH = "/api/connector/v1/notes/getAll"
OPERATION = f"paths.{PATH}.post"
SCHEMAS = "components.schemas"
REF = "#/components/schemas/"
NULL = object()

ROOT: Json = {
    "openapi": "3.1.0",
    "info": {"title": "Notes", "version": "1"},
    "tags": [{"name": "notes", "description": "Written by staff."}],
}
COMMON: Json = {
    "components": {
        "schemas": {
            "ConnectorRequest": {"type": "object", "description": "Credentials.", "properties": {}},
            "Limitation": {"type": "object", "description": "A page.", "properties": {}},
            "Page": {
                "type": "object",
                "description": "Where a page begins.",
                "properties": {"Start": {"type": "string", "description": "Its first row."}},
            },
        }
    }
}
NOTES: Json = {
    "paths": {
        PATH: {
            "post": {
                "operationId": "notes_getAll",
                "tags": ["notes"],
                "summary": "List notes.",
                "description": "Lists notes.",
                "externalDocs": {
                    "url": "https://docs.mews.com/connector-api/operations/notes#get-all-notes"
                },
                "x-kind": "read",
                "x-identity": ["Id"],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {
                            "schema": {"$ref": REF + "NotesGetAllRequest"},
                            "example": {},
                        }
                    },
                },
                "responses": {
                    "200": {
                        "description": "A page of notes.",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": REF + "NotesGetAllResult"},
                                "example": {},
                            }
                        },
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "NotesGetAllRequest": {
                "description": "Which notes.",
                "type": "object",
                "allOf": [{"$ref": REF + "ConnectorRequest"}],
                "properties": {
                    "Limitation": {"description": "The page.", "$ref": REF + "Limitation"},
                },
                "required": ["Limitation"],
            },
            "NotesGetAllResult": {
                "description": "Notes.",
                "type": "object",
                "properties": {
                    "Notes": {
                        "description": "The notes.",
                        "type": "array",
                        "items": {"$ref": REF + "Note"},
                    },
                    "Cursor": {"description": "The last one.", "type": ["string", "null"]},
                },
                "required": ["Notes"],
            },
            "Note": {
                "description": "A note.",
                "type": "object",
                "properties": {
                    "Id": {"description": "Identifier.", "type": "string"},
                    "Kind": {"description": "Kind.", "$ref": REF + "NoteKind"},
                },
                "required": ["Id"],
            },
            "NoteKind": {"description": "Kind.", "type": "string", "enum": ["Open", "Closed"]},
        }
    },
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small document without fault."""
    for name, content in (("openapi", ROOT), ("common", COMMON), ("notes", NOTES)):
        write(tmp_path, name, content)
    return tmp_path


def write(folder: Path, name: str, content: Json) -> None:
    # JSON is YAML too.
    (folder / f"{name}.yaml").write_text(json.dumps(content), encoding="utf-8")


def changed(content: Json, place: str, value: object) -> Json:
    """A copy with something else in a place; None takes away what is there, NULL is null."""
    content = copy.deepcopy(content)
    node = content
    *way, last = place.split(".")
    for step in way:
        node = node[step]
    if value is None:
        del node[last]
    else:
        node[last] = None if value is NULL else value
    return content


def stop(folder: Path) -> list[Fault]:
    with pytest.raises(CompilerError) as stopped:
        join(folder)
    return list(stopped.value.faults)


def test_a_document_without_fault_is_joined(folder: Path) -> None:
    joined = join(folder)
    assert list(joined["paths"]) == [PATH]
    assert "Note" in joined["components"]["schemas"]
    assert "Limitation" in joined["components"]["schemas"]


NOTE = f"{SCHEMAS}.Note"
KIND = f"{SCHEMAS}.NoteKind"
TEXT = f"{NOTE}.properties.Text"


def described(**schema: object) -> Json:
    return {"description": "Said.", **schema}


def reference(name: str) -> Json:
    return {"$ref": REF + name}


def string(**more: object) -> Json:
    return described(type="string", **more)


SCHEMA_FAULTS: dict[str, tuple[str, object, str]] = {
    **{
        f"schema called {name}": (
            f"{SCHEMAS}.{name}",
            described(type="object", properties={}),
            "cannot be a model's name",
        )
        for name in ("UUID", "Model", "None", "note", "1x")
    },
    "schemas of one module": (
        f"{SCHEMAS}.NOTEKind",
        described(type="object", properties={}),
        "would share a module",
    ),
    "unknown format": (TEXT, string(format="datetime"), "datetime is no format"),
    "unknown format of items": (
        TEXT,
        described(type="array", items={"type": "string", "format": "x"}),
        "x is no format",
    ),
    **{
        f"member called {name}": (
            KIND,
            described(type="string", enum=["Open"], **{"x-enum-varnames": {"Open": name}}),
            "would share a name or have none",
        )
        for name in ("open", "class", "mro", "__x")
    },
    "inline enum": (TEXT, string(enum=["A"]), "give the enum a name"),
    "inline enum of items": (
        TEXT,
        described(type="array", items={"type": "string", "enum": ["A"]}),
        "give the enum a name",
    ),
    "inline nullable enum": (
        TEXT,
        described(type=["string", "null"], enum=["A", None]),
        "give the enum a name",
    ),
    "inline object": (TEXT, described(type="object"), "give the object a name"),
    "inline object of items": (
        TEXT,
        described(type="array", items={"properties": {}}),
        "give the object a name",
    ),
    "inline object of a map": (
        f"{SCHEMAS}.Map",
        described(type="object", additionalProperties={"type": "object"}),
        "give the object a name",
    ),
    "nullable": (TEXT, string(nullable=True), "`nullable` is not understood"),
    "nullable beside a reference": (
        TEXT,
        described(**reference("NoteKind"), nullable=True),
        "`nullable` is not understood",
    ),
    "nullable reference by oneOf": (
        TEXT,
        described(oneOf=[reference("NoteKind"), {"type": "null"}]),
        "`anyOf` of the reference and null",
    ),
    "reference by allOf": (
        TEXT,
        described(allOf=[reference("NoteKind")]),
        "write the reference itself",
    ),
    "choice of two references": (
        TEXT,
        described(anyOf=[reference("NoteKind"), reference("Limitation")]),
        "say in x-variants",
    ),
    "choice of a reference and text": (
        TEXT,
        described(anyOf=[reference("NoteKind"), {"type": "string"}]),
        "one reference and `type: 'null'`",
    ),
    "nullable reference as an item": (
        TEXT,
        described(type="array", items={"anyOf": [reference("NoteKind"), {"type": "null"}]}),
        "is never null to the generator",
    ),
    "nullable text as an item": (
        TEXT,
        described(type="array", items={"type": ["string", "null"]}),
        "is never null to the generator",
    ),
    "nullable text in a map": (
        f"{SCHEMAS}.Map",
        described(type="object", additionalProperties={"type": ["string", "null"]}),
        "is never null to the generator",
    ),
    "one name in Python": (f"{NOTE}.properties.kind", string(), "Kind and kind are one name"),
    "one name in Python, by a base": (
        NOTE,
        described(type="object", allOf=[reference("Page")], properties={"start": string()}),
        "Start and start are one name",
    ),
    "name of a model's method": (f"{NOTE}.properties.ToJson", string(), "every model has"),
    "name of a model's reader": (f"{NOTE}.properties.FromJson", string(), "every model has"),
    "name of a model's rules": (f"{NOTE}.properties.Rules", string(), "every model has"),
    "name of what a model gives": (f"{NOTE}.properties.Variant", string(), "every model has"),
    "misspelt keyword of a property": (TEXT, string(maxLenght=5), "`maxLenght` is no keyword"),
    "misspelt keyword of an item": (
        TEXT,
        described(type="array", items={"type": "string", "fromat": "uuid"}),
        "`fromat` is no keyword",
    ),
    "misspelt keyword of an object": (f"{NOTE}.requierd", ["Id"], "`requierd` is no keyword"),
    "misspelt keyword of an enum": (f"{KIND}.enums", ["A"], "`enums` is no keyword"),
    "anyOf, unknown": (
        f"{NOTE}.anyOf",
        [{"required": ["Id"]}, {"required": ["Ident"]}],
        "names Ident",
    ),
    "oneOf, unknown": (
        f"{NOTE}.oneOf",
        [{"required": ["Id"]}, {"required": ["Ident"]}],
        "names Ident",
    ),
    "if and then, unknown": (
        NOTE,
        described(
            type="object",
            properties={"Id": string()},
            **{
                "if": {"required": ["Ident"]},
                "then": {"properties": {"Codes": {"maxItems": 1}}},
            },
        ),
        "names Codes",
    ),
    "schema, no mapping": (NOTE, 5, "let the schema be a mapping"),
    "property, no mapping": (TEXT, 5, "let the schema be a mapping"),
    "properties, no mapping": (f"{NOTE}.properties", ["Id"], "lead from names to schemas"),
    "required, no list": (f"{NOTE}.required", NULL, "list of names of properties"),
    "required, of numbers": (f"{NOTE}.required", [5], "list of names of properties"),
    "required of a rule, no list": (
        f"{NOTE}.anyOf",
        [{"required": 5}],
        "list of names of properties",
    ),
    "allOf, no list": (f"{NOTE}.allOf", 5, "let it be a list of schemas"),
    "anyOf, no list": (f"{NOTE}.anyOf", 5, "let it be a list of schemas"),
    "oneOf, no list": (f"{NOTE}.oneOf", 5, "let it be a list of schemas"),
    "anyOf of a property, no list": (TEXT, described(anyOf=5), "let it be a list of schemas"),
    "type, no text": (TEXT, described(type={"string": 1}), "name of a type"),
    "description, no text": (f"{TEXT}", {"description": 5, "type": "string"}, "let it be text"),
    "two types": (TEXT, described(type=["string", "integer"]), "one type and 'null'"),
    "null first": (TEXT, described(type=["null", "string"]), "one type and 'null'"),
    "null alone": (TEXT, described(type="null"), "null is no type for a value"),
    "array of anything": (TEXT, described(type="array"), "say what its items are"),
    "default": (TEXT, string(default="a"), "every request would carry it"),
    "examples": (TEXT, string(examples=["a"]), "use `example`"),
    "undescribed property": (TEXT, {"type": "string"}, "describe it"),
    "undescribed schema": (f"{NOTE}.description", None, "describe what it is"),
    "alias": (f"{SCHEMAS}.Alias", described(allOf=[reference("Note")]), "only another name"),
    "named scalar": (f"{SCHEMAS}.Text", string(), "a scalar is written where it is used"),
    "inline base": (f"{NOTE}.allOf", [{"type": "object"}], "let `allOf` hold references only"),
    "object and map": (
        f"{NOTE}.additionalProperties",
        {"type": "string"},
        "an object and a map at once",
    ),
    "required, unknown": (f"{NOTE}.required", ["Id", "Iden"], "names Iden"),
    "required, by two names": (
        f"{NOTE}.properties.Id.x-read-also-as",
        "NoteId",
        "take it out of `required`",
    ),
    "enum of numbers": (f"{KIND}.enum", [1, 2], "list strings only"),
    "enum with null": (f"{KIND}.enum", ["Open", None], "list strings only"),
    "enum without type": (f"{KIND}.type", None, "`type: string`"),
    "enum equal but for case": (f"{KIND}.enum", ["Open", "open"], "only differ in case"),
    "enum without a name": (f"{KIND}.enum", ["1Day"], "have none in Python"),
    "enum naming the unknown": (
        f"{KIND}.x-enum-varnames",
        {"Opened": "OPENED"},
        "lead from values of the enum",
    ),
    "enum named by numbers": (
        f"{KIND}.x-enum-varnames",
        {"Open": 5},
        "lead from values of the enum",
    ),
    "enum named by a list": (f"{KIND}.x-enum-varnames", ["A"], "lead from values of the enum"),
    "anyOf, no rule": (
        f"{NOTE}.anyOf",
        [{"required": ["Kind"]}, reference("NoteKind")],
        "let each branch of `anyOf`",
    ),
    "oneOf, no rule": (
        f"{NOTE}.oneOf",
        [{"required": ["Id", "Kind"]}, {"required": ["Id"]}],
        "let each branch of `oneOf`",
    ),
    "if, no rule": (f"{NOTE}.if", {"required": ["Id"]}, "let `if` require one property"),
    "else": (f"{NOTE}.else", {"required": ["Kind"]}, "leave `else` out"),
    "misspelt word": (
        TEXT,
        string(**{"x-longest-intervall": "P3M"}),
        "means nothing on properties",
    ),
    "word of the view": (f"{NOTE}.x-rules", [], "means nothing on objects"),
    "length of no interval": (
        TEXT,
        described(**reference("Limitation"), **{"x-longest-interval": "3 months"}),
        "months or days, such as P3M",
    ),
    "card number, no pattern": (
        TEXT,
        string(**{"x-obfuscated-card-number": True}),
        "in a `pattern` too",
    ),
    "x-deprecated alone": (
        TEXT,
        string(**{"x-deprecated": {"since": "2023-05-24"}}),
        "say `deprecated: true`",
    ),
    "deprecated some day": (
        TEXT,
        string(deprecated=True, **{"x-deprecated": {"since": "May 2023"}}),
        "be a date",
    ),
    "deprecated somehow": (
        TEXT,
        string(deprecated=True, **{"x-deprecated": {"from": "2023-05-24"}}),
        "`since`, `use` and `until`",
    ),
    "deprecated for a number": (
        TEXT,
        string(deprecated=True, **{"x-deprecated": {"use": 5}}),
        "let `use` of x-deprecated be text",
    ),
    "deprecated for the unknown": (
        TEXT,
        string(deprecated=True, **{"x-deprecated": {"use": "Texts"}}),
        "names Texts",
    ),
    "deprecated for several, one unknown": (
        TEXT,
        string(deprecated=True, **{"x-deprecated": {"use": "`Id` or `Texts`"}}),
        "names Texts",
    ),
    "reference to nothing": (TEXT, described(**reference("Nothing")), "does not exist"),
    "reference to a file": (
        TEXT,
        described(**{"$ref": "common.yaml#/components/schemas/Limitation"}),
        "leads out of the document",
    ),
    "reference to a property": (
        TEXT,
        described(**reference("Page/properties/Start")),
        "is no named schema",
    ),
    "reference to a response": (
        TEXT,
        described(**{"$ref": "#/components/responses/Refusal"}),
        "is no named schema",
    ),
    "reference to the document": (TEXT, described(**{"$ref": "#/"}), "is no named schema"),
    "reference to no text": (TEXT, described(**{"$ref": None}), "leads out of the document"),
    "cycle": (TEXT, described(**reference("Note")), "Note -> Note is a cycle"),
}

JSON_REQUEST = f"{OPERATION}.requestBody.content.application/json"
ARGUMENTS = f"{SCHEMAS}.NotesGetAllRequest.properties"
JSON_RESULT = f"{OPERATION}.responses.200.content.application/json"

OPERATION_FAULTS: dict[str, tuple[str, object, str]] = {
    "operationId": (f"{OPERATION}.operationId", "notesGetAll", "be notes_getAll"),
    "tag": (f"{OPERATION}.tags", ["note"], "let tags be [notes]"),
    "summary": (f"{OPERATION}.summary", None, "write its summary"),
    "description": (f"{OPERATION}.description", None, "write its description"),
    "documentation": (f"{OPERATION}.externalDocs", None, "let externalDocs.url"),
    "parameters": (f"{OPERATION}.parameters", [], "not for a fragment"),
    "kind": (f"{OPERATION}.x-kind", None, "`x-kind: read` or `x-kind: write`"),
    "portfolio": (f"{OPERATION}.x-portfolio", "all", "many, one or none"),
    "misspelt word": (f"{OPERATION}.x-kinds", "read", "means nothing on operations"),
    "pages without identity": (f"{OPERATION}.x-identity", None, "tell rows apart"),
    "identity without pages": (
        f"{SCHEMAS}.NotesGetAllResult.properties.Cursor",
        None,
        "no pages to need x-identity",
    ),
    "identity, unknown": (f"{OPERATION}.x-identity", ["Id", "Iden"], "names Iden"),
    "identity, no list": (f"{OPERATION}.x-identity", "Id", "tell rows apart"),
    "pages that need no size": (
        f"{SCHEMAS}.NotesGetAllRequest.required",
        None,
        "let the request require Limitation",
    ),
    "name of the page size": (f"{ARGUMENTS}.PageSize", string(), "hide what its method has"),
    "name of the page to resume at": (f"{ARGUMENTS}.Resume", string(), "hide what its method has"),
    "name of reading ahead": (f"{ARGUMENTS}.Prefetch", string(), "hide what its method has"),
    "name of a module": (f"{ARGUMENTS}.Models", string(), "hide what its method has"),
    "two lists of rows": (
        f"{SCHEMAS}.NotesGetAllResult.properties.More",
        described(type="array", items=reference("Note")),
        "name theirs in x-rows",
    ),
    "errors of its own": (f"{OPERATION}.responses.400", {}, "the join adds the others"),
    "inline request": (f"{JSON_REQUEST}.schema", {"type": "object"}, "to NotesGetAllRequest"),
    "inline result": (f"{JSON_RESULT}.schema", {"type": "object"}, "to NotesGetAllResult"),
    "no example": (f"{JSON_RESULT}.example", None, "the published `example`"),
    "optional body": (f"{OPERATION}.requestBody.required", None, "`required: true`"),
    "no credentials": (f"{SCHEMAS}.NotesGetAllRequest.allOf", None, "`allOf` ConnectorRequest"),
    "another method": (f"paths.{PATH}.get", {}, "every operation is a POST"),
    "another path": ("paths./api/connector/v1/notes", {}, "name the path"),
    "stray key": ("servers", [], "does not belong here"),
}


@pytest.mark.parametrize(
    ("place", "written", "remedy"), SCHEMA_FAULTS.values(), ids=SCHEMA_FAULTS.keys()
)
def test_a_shape_that_the_generator_misreads_stops_the_join(
    folder: Path, place: str, written: object, remedy: str
) -> None:
    write(folder, "notes", changed(NOTES, place, written))
    faults = stop(folder)
    assert {fault.file for fault in faults} == {"notes.yaml"}
    assert any(remedy in fault.message for fault in faults), faults


@pytest.mark.parametrize(
    ("place", "written", "remedy"), OPERATION_FAULTS.values(), ids=OPERATION_FAULTS.keys()
)
def test_an_operation_against_the_conventions_stops_the_join(
    folder: Path, place: str, written: object, remedy: str
) -> None:
    write(folder, "notes", changed(NOTES, place, written))
    faults = stop(folder)
    assert {fault.file for fault in faults} == {"notes.yaml"}
    assert any(remedy in fault.message for fault in faults), faults


def tagged(**properties: object) -> Json:
    properties = {"Discriminator": described(**reference("NoteKind")), **properties}
    return described(type="object", properties=properties)


def variants_of(value: Json, variants: object) -> Json:
    return described(**value) | {"x-variants": variants}


EITHER = {"anyOf": [reference("Page"), reference("Limitation")]}
PAGES = {"Open": "Page", "Closed": "Limitation"}


@pytest.mark.parametrize("null", [[], [{"type": "null"}]], ids=["never null", "nullable"])
def test_a_discriminator_may_tell_the_shape_of_the_value_beside_it(
    folder: Path, null: list[Json]
) -> None:
    value = {"anyOf": [*EITHER["anyOf"], *null]}
    data = tagged(Value=variants_of(value, PAGES))
    write(folder, "notes", changed(NOTES, f"{SCHEMAS}.NoteData", data))
    assert "NoteData" in join(folder)["components"]["schemas"]


def test_a_discriminator_may_name_the_property_that_is_filled(folder: Path) -> None:
    data = tagged(Print=described(**reference("Page"))) | {
        "x-variants": {"Open": "Print", "Closed": None}
    }
    write(folder, "notes", changed(NOTES, f"{SCHEMAS}.NoteData", data))
    assert "NoteData" in join(folder)["components"]["schemas"]


VARIANT_FAULTS: dict[str, tuple[Json, str]] = {
    "value of no known discriminator": (
        tagged(Value=variants_of(EITHER, PAGES | {"Sung": "Page"})),
        "let x-variants tell of each of Closed, Open, and no other",
    ),
    "value of one discriminator only": (
        tagged(Value=variants_of(EITHER, {"Open": "Page"})),
        "let x-variants tell of each of",
    ),
    "no mapping": (tagged(Value=variants_of(EITHER, ["Page"])), "let x-variants tell of each of"),
    "a schema that the value does not have": (
        tagged(Value=variants_of(EITHER, PAGES | {"Closed": "Note"})),
        "Closed leads to Note, which is no schema that it has",
    ),
    "a schema to which nothing leads": (
        tagged(Value=variants_of(EITHER, PAGES | {"Closed": None})),
        "no discriminator leads to Limitation",
    ),
    "another name than Value": (
        tagged(Data=variants_of(EITHER, PAGES)),
        "only `Value` beside `Discriminator` has x-variants",
    ),
    "no discriminator": (
        described(type="object", properties={"Value": variants_of(EITHER, PAGES)}),
        "without a `Discriminator` beside",
    ),
    "a property that is not there": (
        tagged(Print=described(**reference("Page")))
        | {"x-variants": {"Open": "Paper", "Closed": None}},
        "Open leads to Paper, which is no property that it has",
    ),
    "both forms at once": (
        tagged(Value=variants_of(EITHER, PAGES))
        | {"x-variants": {"Open": "Value", "Closed": None}},
        "says x-variants twice",
    ),
}


@pytest.mark.parametrize(("data", "remedy"), VARIANT_FAULTS.values(), ids=VARIANT_FAULTS.keys())
def test_a_discriminator_that_leads_astray_stops_the_join(
    folder: Path, data: Json, remedy: str
) -> None:
    write(folder, "notes", changed(NOTES, f"{SCHEMAS}.NoteData", data))
    assert any(remedy in fault.message for fault in stop(folder))


def test_the_rows_are_named_where_there_are_several_lists(folder: Path) -> None:
    more = described(type="array", items=reference("Note"))
    notes = changed(NOTES, f"{SCHEMAS}.NotesGetAllResult.properties.More", more)
    write(folder, "notes", changed(notes, f"{OPERATION}.x-rows", "Notes"))
    assert PATH in join(folder)["paths"]


@pytest.mark.parametrize(
    ("law", "remedy"),
    [
        ("FR", "lead from countries such as FR"),
        ({"France": {"because": "So."}}, "lead from countries such as FR"),
        ({"FR": True}, "lead from countries such as FR"),
        ({"FR": {}}, "say `because`"),
        ({"FR": {"because": "So.", "refuse": []}}, "say `because`"),
    ],
)
def test_a_law_is_told_with_its_country_and_its_reason(
    folder: Path, law: object, remedy: str
) -> None:
    kind = string() | {"x-required-in": law}
    write(folder, "notes", changed(NOTES, f"{ARGUMENTS}.Kind", kind))
    assert any(remedy in fault.message for fault in stop(folder))


@pytest.mark.parametrize("name", ["Self", "PageSize", "Type"])
def test_a_name_that_hides_nothing_may_stay(folder: Path, name: str) -> None:
    # The generator writes `self_`, and only a paged request has a `page_size` beside its own.
    write(folder, "notes", changed(NOTES, f"{NOTE}.properties.{name}", string()))
    assert name in join(folder)["components"]["schemas"]["Note"]["properties"]


def test_a_fault_names_its_file_its_place_and_what_to_do(folder: Path) -> None:
    write(folder, "notes", changed(NOTES, TEXT, {"type": "string"}))
    [fault] = stop(folder)
    assert str(fault) == (
        "notes.yaml: components > schemas > Note > properties > Text: "
        "describe it: meaning, unit, sign"
    )


def test_all_faults_of_a_kind_are_told_at_once(folder: Path) -> None:
    notes = changed(NOTES, f"{NOTE}.properties.Id.description", None)
    write(folder, "notes", changed(notes, f"{SCHEMAS}.NoteKind.description", None))
    assert len(stop(folder)) == 2


def test_a_schema_that_two_fragments_define_stops_the_join(folder: Path) -> None:
    write(folder, "again", {"components": {"schemas": {"Note": {}}}})
    [fault] = stop(folder)
    assert str(fault) == (
        "notes.yaml: components > schemas > Note: again.yaml has it too: keep one"
    )


def test_a_path_that_two_fragments_describe_stops_the_join(folder: Path) -> None:
    write(folder, "again", {"paths": NOTES["paths"]})
    [fault] = stop(folder)
    assert fault.file == "notes.yaml"
    assert fault.message == "again.yaml has it too: keep one"


def test_an_operation_id_of_two_operations_stops_the_join(folder: Path) -> None:
    again = changed(NOTES, "components", None)
    again["paths"] = {"/api/connector/v1/notes/get": NOTES["paths"][PATH]}
    write(folder, "again", again)
    told = [fault for fault in stop(folder) if "also belongs to" in fault.message]
    assert [fault.file for fault in told] == ["again.yaml", "notes.yaml"]


def test_a_cycle_over_several_schemas_stops_the_join(folder: Path) -> None:
    there = {"description": "d", "$ref": REF + "Author"}
    back = {
        "description": "d",
        "type": "object",
        "properties": {"Note": {"description": "d", "$ref": REF + "Note"}},
    }
    notes = changed(NOTES, f"{NOTE}.properties.Author", there)
    write(folder, "notes", changed(notes, f"{SCHEMAS}.Author", back))
    messages = [fault.message for fault in stop(folder)]
    assert any("Note -> Author -> Note is a cycle" in message for message in messages)


@pytest.mark.parametrize(
    ("text", "place", "remedy"),
    [
        ("paths:\n  a: 1\n  a: 2\n", "line 3", 'found duplicate key "a"'),
        ("paths:\n  a: {responses: {200: {}}}\n", "paths > a > responses > 200", "in quotes"),
        ("paths: [\n", "line 2", "write valid YAML"),
        ("- paths\n", "file", "make it a mapping"),
        ("paths:\n", "paths", "fill it or drop it"),
        ("components: 5\n", "components", "fill it or drop it"),
        ("paths: \0\n", "file", "as UTF-8 text"),
    ],
    ids=[
        *("duplicate key", "unquoted status code", "no YAML", "no mapping"),
        *("empty paths", "no components", "no text"),
    ],
)
def test_a_file_that_reads_wrongly_stops_the_join(
    folder: Path, text: str, place: str, remedy: str
) -> None:
    (folder / "notes.yaml").write_text(text, encoding="utf-8")
    [fault] = stop(folder)
    assert (fault.file, fault.place) == ("notes.yaml", place)
    assert remedy in fault.message


def test_a_folder_without_root_stops_the_join(tmp_path: Path) -> None:
    [fault] = stop(tmp_path)
    assert fault.message.startswith("is missing")


def test_another_version_of_openapi_stops_the_join(folder: Path) -> None:
    write(folder, "openapi", changed(ROOT, "openapi", "3.2.0"))
    [fault] = stop(folder)
    assert fault.message.startswith("say 3.1.0")


def test_a_date_stays_the_text_that_was_written(folder: Path) -> None:
    (folder / "openapi.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Notes, version: 2026-08-07}\n"
        "tags: [{name: notes, description: Notes.}]\n",
        encoding="utf-8",
    )
    assert join(folder)["info"]["version"] == "2026-08-07"


def test_the_command_line_tells_faults_and_fails(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, "notes", changed(NOTES, f"{NOTE}.description", None))
    assert main(["--document", str(folder), "check"]) == 1
    assert "notes.yaml: components > schemas > Note: describe" in capsys.readouterr().err


def test_the_command_line_checks_that_the_join_is_openapi(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder, "openapi", changed(ROOT, "info", None))
    assert main(["--document", str(folder), "check"]) == 1
    assert "info" in capsys.readouterr().err


def test_the_command_line_writes_the_join(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "joined.json"
    assert main(["--document", str(folder), "join", "-o", str(output)]) == 0
    assert json.loads(output.read_text(encoding="utf-8")) == join(folder)
