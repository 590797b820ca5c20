"""Each facet of a value is held to the document that is right about it."""

from typing import Any

import pytest

from mews_compiler.comparison.comparing import differences
from mews_compiler.comparison.document_reader import read_document
from mews_compiler.comparison.table_reader import read_tables
from support.told import pages, row, short_document, written_document

Json = dict[str, Any]

TEXT: Json = {"type": "string"}
NUMBER: Json = {"type": "number"}
TEXT_OR_NULL: Json = {"type": ["string", "null"]}
NULLABLE: Json = {"type": "string", "nullable": True}
TEXTS: Json = {"type": "array", "items": TEXT}
INTERVAL: Json = {"type": "object", "properties": {}}
STATE = "State <#state>"
OBJECTS: Json = {"notes": {"State": {"values": ["Open", "Closed"], "open": False}}}


def enum(*values: str) -> Json:
    return {"type": "string", "enum": list(values)}


def found(
    side: str, ours: Json, page: Json | None, vendor: Json | None, *, required: str = ""
) -> list[str]:
    """What is different about the property `It`; `required` names who requires it."""
    told: Json = {}
    if page:
        told["2026-08"] = read_tables(pages(**{side: {"It": page}}, objects=OBJECTS))
    if vendor:
        needed = ["It"] if "vendor" in required else []
        told["2025-07"] = read_document(short_document(**{side: {"It": vendor}}, required=needed))
    needed = ["It"] if "ours" in required else []
    written: Json = {side: {"It": ours}, "required": needed}
    document = read_document(written_document(**written))
    return [f"{it.where}: {it.what} ({it.source})" for it in differences(document, told)]


@pytest.mark.parametrize(
    ("ours", "page", "vendor", "expected"),
    [
        pytest.param(TEXT, row("number"), TEXT, [], id="vendor's type counts"),
        pytest.param(TEXT, row(), {"type": "number"}, ["string, not number (2025-07)"], id="type"),
        pytest.param(TEXT, row("number"), None, ["string, not number (2026-08)"], id="only a page"),
        pytest.param(TEXT, row("object"), None, ["string, not any (2026-08)"], id="anything"),
        pytest.param(
            TEXT,
            row(),
            {**TEXT, "format": "uuid"},
            ["format None, not uuid (2025-07)"],
            id="format",
        ),
        pytest.param({**TEXT, "format": "uuid"}, row(), None, [], id="pages tell no format"),
        pytest.param(
            {"type": "number"},
            row("number"),
            {"type": "number", "format": "double"},
            [],
            id="double",
        ),
        pytest.param(
            enum("Open", "Paid"),
            row(STATE),
            enum("Open", "Lost"),
            ["value Closed missing (2026-08)", "value Paid extra (2026-08)"],
            id="values",
        ),
        pytest.param(
            enum("Open"),
            row(),
            enum("Open", "Lost"),
            ["value Lost missing (2025-07)"],
            id="no page",
        ),
        pytest.param(TEXT, row(STATE), TEXT, ["string, not enum (2026-08)"], id="values unknown"),
        pytest.param(
            enum("Open"), row(), TEXT, ["enum, not string (2026-08)"], id="values invented"
        ),
        pytest.param(
            {**TEXTS, "maxItems": 5},
            row("array of string", maxItems=9),
            {**TEXTS, "maxItems": 5},
            ["maxItems 5, not 9 (2026-08)"],
            id="cap",
        ),
        pytest.param(
            {**TEXT, "maxLength": 5}, row(), TEXT, ["maxLength 5, not None (2026-08)"], id="length"
        ),
        pytest.param(
            {**TEXT, "maxLength": 5}, row(), {**TEXT, "maxLength": 5}, [], id="length on one side"
        ),
        pytest.param(
            {**INTERVAL, "x-longest-interval": "P1M"},
            row("object", maxInterval="3 months"),
            {**INTERVAL, "x-max-interval-in-months": 3},
            ["longest interval P1M, not P3M (2026-08)"],
            id="interval",
        ),
        pytest.param(
            {**NUMBER, "exclusiveMinimum": 1, "maximum": 9},
            row("number"),
            {**NUMBER, "minimum": 0, "maximum": 5, "exclusiveMinimum": True},
            ["maximum 9, not 5 (2025-07)", "exclusiveMinimum 1, not 0 (2025-07)"],
            id="bounds",
        ),
        pytest.param(
            {**NUMBER, "maximum": 9}, row("number"), NUMBER, [], id="bounds that are not stated"
        ),
        pytest.param(
            {**TEXT, "pattern": "^a"},
            row(),
            {**TEXT, "pattern": "^b"},
            ["pattern ^a, not ^b (2025-07)"],
            id="pattern",
        ),
        pytest.param(
            TEXT,
            row(deprecated=True),
            TEXT,
            ["not deprecated, but deprecated (2026-08)"],
            id="dated",
        ),
        pytest.param(
            {**TEXT, "deprecated": True},
            row(),
            TEXT,
            ["deprecated, not in use (2026-08)"],
            id="new",
        ),
        pytest.param(
            {**TEXT, "deprecated": True}, row(), {**TEXT, "deprecated": True}, [], id="was dated"
        ),
    ],
)
def test_what_counts_on_both_sides(
    ours: Json, page: Json | None, vendor: Json | None, expected: list[str]
) -> None:
    assert found("request", ours, page, vendor) == [f"request.It: {it}" for it in expected]
    # In what is read, optional values may be null as well.
    lax = {**ours, "nullable": True}
    assert found("response", lax, page, vendor) == [f"response.It: {it}" for it in expected]


@pytest.mark.parametrize(
    ("ours", "page", "vendor", "required", "expected"),
    [
        pytest.param(
            TEXT, row(), TEXT, "ours", ["required, not optional (2026-08)"], id="too strict"
        ),
        pytest.param(
            TEXT, row(required=True), TEXT, "", ["optional, not required (2026-08)"], id="too lax"
        ),
        pytest.param(TEXT, None, TEXT, "ours", ["required, not optional (2025-07)"], id="no page"),
        pytest.param(
            TEXT, row(), NULLABLE, "", ["never null, not nullable (2025-07)"], id="null refused"
        ),
        pytest.param(TEXT_OR_NULL, row(), TEXT, "", [], id="null is left out"),
        pytest.param(
            TEXT_OR_NULL,
            row(required=True),
            TEXT,
            "ours and vendor",
            ["nullable, not never null (2025-07)"],
            id="null let through",
        ),
        pytest.param(
            TEXT, row(), {**TEXT, "minLength": 1}, "", ["minLength 0, not 1 (2025-07)"], id="min"
        ),
        pytest.param(
            TEXT,
            row(required=True),
            NULLABLE,
            "ours and vendor",
            ["never null, not nullable (2025-07)"],
            id="null is let through now",
        ),
        pytest.param(
            TEXT, row(required=True), NULLABLE, "ours", [], id="null was another way of leaving out"
        ),
        pytest.param(
            NUMBER,
            None,
            {**NUMBER, "maximum": 5},
            "",
            ["maximum None, not 5 (2025-07)"],
            id="bound",
        ),
    ],
)
def test_what_is_sent_is_exact(
    ours: Json, page: Json | None, vendor: Json, required: str, expected: list[str]
) -> None:
    remarks = found("request", ours, page, vendor, required=required)

    assert remarks == [f"request.It: {it}" for it in expected]


@pytest.mark.parametrize(
    ("ours", "page", "vendor", "required", "expected"),
    [
        pytest.param(TEXT_OR_NULL, row(required=True), TEXT, "vendor", [], id="laxer"),
        pytest.param(
            TEXT_OR_NULL,
            row(),
            TEXT,
            "ours, vendor",
            ["required, not optional (2026-08)"],
            id="page",
        ),
        pytest.param(
            TEXT_OR_NULL,
            row(required=True),
            TEXT,
            "ours",
            ["required, not optional (2025-07)"],
            id="vendor",
        ),
        pytest.param(
            TEXT, row(), TEXT, "", ["never null, not nullable (2026-08)"], id="null to pages"
        ),
        pytest.param(
            TEXT,
            row(required=True),
            NULLABLE,
            "ours, vendor",
            ["never null, not nullable (2025-07)"],
            id="null to the vendor",
        ),
        pytest.param(TEXT_OR_NULL, row(), {**TEXT, "minLength": 1}, "", [], id="min left out"),
        pytest.param(TEXT_OR_NULL, row(), {**TEXT, "pattern": "a"}, "", [], id="bound left out"),
        pytest.param(
            {**TEXT_OR_NULL, "minLength": 1},
            row(),
            TEXT,
            "",
            ["minLength 1, not 0 (2025-07)"],
            id="min",
        ),
    ],
)
def test_what_is_read_may_be_laxer_and_never_stricter(
    ours: Json, page: Json, vendor: Json, required: str, expected: list[str]
) -> None:
    remarks = found("response", ours, page, vendor, required=required)

    assert remarks == [f"response.It: {it}" for it in expected]


@pytest.mark.parametrize("kind", [enum("Open", "Closed"), {**TEXT, "format": "uuid"}])
def test_a_text_that_is_never_empty_needs_no_least_length(kind: Json) -> None:
    page = row(STATE) if "enum" in kind else row()

    assert found("request", kind, page, {**kind, "minLength": 1}) == []


@pytest.mark.parametrize(
    ("ours", "message", "expected"),
    [
        ({"x-deprecated": {"use": "AuthorId"}}, "Use `AuthorId` instead.", []),
        ({"description": "Replaced by notes/getAll."}, "Use `notes/getAll`.", []),
        (
            {"x-deprecated": {"use": "AuthorId"}, "description": "Whose it is."},
            "Use `WriterId` or `WriterIds` instead.",
            ["request.It: WriterId and WriterIds not named as replacement (2025-07)"],
        ),
        ({}, "Goes away.", []),
    ],
)
def test_what_takes_the_place_of_something_deprecated_is_named(
    ours: Json, message: str, expected: list[str]
) -> None:
    dated = {**TEXT, "deprecated": True}
    vendor = {**dated, "x-deprecatedMessage": message}

    assert found("request", {**dated, **ours}, None, vendor) == expected
