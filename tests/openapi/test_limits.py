"""Every limit of the requests, as the vendor publishes it, and no limit beside these."""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]
Limit = tuple[str, str, str, object]

CAPS = ("maxItems", "maxLength", "x-longest-interval")
REF = "#/components/schemas/"

LIMITS: set[Limit] = {
    # Operation, place in its request, kind of limit, and how much.
    ("enterprises/getAll", "EnterpriseIds", "maxItems", 1000),
    ("enterprises/getAll", "ExternalIdentifiers", "maxItems", 1000),
    ("enterprises/getAll", "LinkedUtc", "x-longest-interval", "P3M"),
    ("enterprises/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("paymentRequests/add", "PaymentRequests", "maxItems", 1000),
    ("paymentRequests/add", "PaymentRequests.Description", "maxLength", 1000),
    ("paymentRequests/add", "PaymentRequests.Notes", "maxLength", 1000),
    ("paymentRequests/cancel", "PaymentRequestIds", "maxItems", 1000),
    ("paymentRequests/getAll", "AccountIds", "maxItems", 1000),
    ("paymentRequests/getAll", "EnterpriseIds", "maxItems", 1000),
    ("paymentRequests/getAll", "PaymentRequestIds", "maxItems", 1000),
    ("paymentRequests/getAll", "ReservationIds", "maxItems", 1000),
    ("paymentRequests/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
    ("payments/getAll", "AccountIds", "maxItems", 100),
    ("payments/getAll", "BillIds", "maxItems", 1000),
    ("payments/getAll", "ChargedUtc", "x-longest-interval", "P3M"),
    ("payments/getAll", "ClosedUtc", "x-longest-interval", "P3M"),
    ("payments/getAll", "CreatedUtc", "x-longest-interval", "P3M"),
    ("payments/getAll", "EnterpriseIds", "maxItems", 1000),
    ("payments/getAll", "PaymentIds", "maxItems", 1000),
    ("payments/getAll", "ReservationIds", "maxItems", 1000),
    ("payments/getAll", "SettlementUtc", "x-longest-interval", "P3M"),
    ("payments/getAll", "UpdatedUtc", "x-longest-interval", "P3M"),
}


def test_each_request_has_the_limits_that_are_published(document: Json) -> None:
    found = {
        (path.removeprefix("/api/connector/v1/"), *limit)
        for path, methods in document["paths"].items()
        for limit in limits(
            methods["post"]["requestBody"]["content"]["application/json"]["schema"], document
        )
    }

    assert found == LIMITS


def test_no_request_is_left_out(document: Json) -> None:
    assert len(document["paths"]) == 46


def limits(schema: Json, document: Json, place: str = "") -> Iterator[tuple[str, str, object]]:
    """Every cap in a schema and in all that it leads to, with its place."""
    for word in CAPS:
        if word in schema:
            yield place, word, schema[word]
    if "$ref" in schema:
        named = document["components"]["schemas"][schema["$ref"].removeprefix(REF)]
        yield from limits(named, document, place)
    if "items" in schema:
        yield from limits(schema["items"], document, place)
    for part in (*schema.get("allOf", []), *schema.get("anyOf", [])):
        yield from limits(part, document, place)
    for name, value in schema.get("properties", {}).items():
        yield from limits(value, document, f"{place}.{name}" if place else name)
