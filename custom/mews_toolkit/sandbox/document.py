"""The joined document: which operations there are, and whether a request is what it describes."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from attrs import field, frozen
from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from msgspec import ValidationError as UnreadableError

from mews_toolkit.sandbox import blame
from mews_toolkit.sandbox.intervals import TimeInterval
from mews_toolkit.sandbox.wire import JsonObject, identifier, instant, read

ROOT = "/api/connector/v1/"

_formats = FormatChecker(())


@_formats.checks("uuid", raises=(ValueError, UnreadableError))
def _is_uuid(value: object) -> bool:
    return not isinstance(value, str) or bool(identifier(value))


@_formats.checks("date-time", raises=UnreadableError)
def _is_instant(value: object) -> bool:
    return not isinstance(value, str) or bool(instant(value))


def _longest_interval(
    _validator: Validator, longest: str, value: object, _schema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    try:
        interval = read(TimeInterval, value)
    except UnreadableError:
        return  # Other rules say what is wrong with it.
    if interval.end_utc < interval.start_utc:
        yield ValidationError("The interval ends before it starts.")
    elif interval.exceeds(longest):
        yield ValidationError(f"The interval is longer than {longest}.")


_RequestValidator = extend(Draft202012Validator, {"x-longest-interval": _longest_interval})


@frozen
class DocumentedOperation:
    """One operation as the document describes it.

    `portfolio` says how it takes portfolio tokens: with `EnterpriseIds` ("many"), with
    `EnterpriseId` ("one"), or not at all ("none").
    """

    name: str
    kind: Literal["read", "write"]
    portfolio: Literal["many", "one", "none"]
    _validator: Validator = field(repr=False)

    def check(self, body: JsonObject) -> None:
        """Raises a `Refusal` when the request is not what the document describes."""
        refusal = blame.refusal(self._validator.iter_errors(body))
        if refusal is not None:
            raise refusal


@cache
def operations() -> Mapping[str, DocumentedOperation]:
    """The document's operations by name, such as `payments/getAll`."""
    document = json.loads(files("mews_connector").joinpath("openapi.json").read_text("utf-8"))
    paths: dict[str, Any] = document["paths"]
    return {
        path.removeprefix(ROOT): _operation(path.removeprefix(ROOT), item["post"], document)
        for path, item in paths.items()
    }


def _operation(
    name: str, described: dict[str, Any], document: dict[str, Any]
) -> DocumentedOperation:
    body: dict[str, str] = described["requestBody"]["content"]["application/json"]["schema"]
    properties = document["components"]["schemas"][body["$ref"].rpartition("/")[2]]["properties"]
    shape = (
        "many"
        if "EnterpriseIds" in properties
        else "one"
        if "EnterpriseId" in properties
        else "none"
    )
    validator = _RequestValidator(
        {**body, "components": document["components"]}, format_checker=_formats
    )
    return DocumentedOperation(
        name=name,
        kind=described["x-kind"],
        portfolio=described.get("x-portfolio", shape),
        validator=validator,
    )
