"""What one document has and the other has not, at every depth."""

from typing import Any

from mews_compiler.comparison.comparing import differences
from mews_compiler.comparison.contract import Contracts
from mews_compiler.comparison.document_reader import read_document
from mews_compiler.comparison.table_reader import read_tables
from support.told import NAME, PATH, pages, row, short_document, written_document

Json = dict[str, Any]

TEXT: Json = {"type": ["string", "null"]}


def told(document: Contracts, **sources: Contracts) -> list[str]:
    return [f"{it.where}: {it.what} ({it.source})" for it in differences(document, sources)]


def nested(*names: str) -> Json:
    """Notes, each with its author, who has these properties."""
    author = {"type": ["object", "null"], "properties": dict.fromkeys(names, TEXT)}
    note = {"type": "object", "properties": {"Author": author}}
    return {"Notes": {"type": ["array", "null"], "items": note}}


def test_properties_within_objects_within_arrays_are_compared() -> None:
    ours = read_document(written_document(response=nested("Name", "Nick")))
    vendor = read_document(written_document(response=nested("Name", "Mail")))

    assert told(ours, vendor=vendor) == [
        "response.Notes[].Author.Nick: extra (vendor)",
        "response.Notes[].Author.Mail: missing (vendor)",
    ]


def test_a_missing_object_is_told_once() -> None:
    ours = read_document(written_document())
    vendor = read_document(written_document(response=nested("Name", "Mail")))

    assert told(ours, vendor=vendor) == ["response.Notes: missing (vendor)"]


def test_a_property_of_either_source_belongs_into_the_document() -> None:
    ours = read_document(written_document())
    tables = read_tables(pages(request={"New": row()}))
    vendor = read_document(short_document(request={"Old": TEXT}))

    assert told(ours, pages=tables, vendor=vendor) == [
        "request.New: missing (pages)",
        "request.Old: missing (vendor)",
    ]


def test_a_property_that_the_newest_source_dropped_is_not_required_in_answers() -> None:
    ours = read_document(written_document(response={"Old": {"type": "string"}}, required=["Old"]))
    vendor = read_document(short_document(response={"Old": {"type": "string"}}, required=["Old"]))

    assert told(ours, pages=read_tables(pages()), vendor=vendor) == [
        "response.Old: required, not optional (pages)"
    ]


def test_nothing_is_extra_where_a_source_says_that_anything_may_be() -> None:
    ours = read_document(written_document(response=nested("Name")))
    tables = read_tables(pages(response={"Notes": row("array of object")}))

    assert told(ours, pages=tables) == ["response.Notes[]: object, not any (pages)"]


def test_a_property_counts_under_its_older_name_too() -> None:
    renamed = {"Kind": {**TEXT, "x-read-also-as": "NoteKind"}}
    ours = read_document(written_document(response=renamed))
    vendor = read_document(short_document(response={"Kind": TEXT, "NoteKind": TEXT}))

    assert told(ours, vendor=vendor) == []


def test_operations_are_compared_both_ways() -> None:
    ours = read_document(written_document())

    assert told({}, vendor=ours) == ["operation: missing (vendor)"]
    assert told(ours, vendor={}) == ["operation: extra (vendor)"]


def test_the_deprecation_of_an_operation_is_compared_both_ways() -> None:
    current = written_document()
    dated = written_document()
    dated["paths"][PATH]["post"]["deprecated"] = True
    ours, vendor = read_document(current), read_document(dated)

    assert told(ours, vendor=vendor) == ["operation: not deprecated, but deprecated (vendor)"]
    assert told(vendor, vendor=ours) == ["operation: deprecated, not in use (vendor)"]


def test_a_difference_knows_its_operation() -> None:
    [difference] = differences({}, {"vendor": read_document(written_document())})

    assert difference.operation == NAME
