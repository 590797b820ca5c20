"""The joined document: which operations there are, and whether a request is what it describes."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from attrs import field, frozen
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.protocols import Validator
from msgspec import ValidationError as UnreadableError

from mews_toolkit.sandbox import blame
from mews_toolkit.sandbox.intervals import DateInterval, TimeInterval
from mews_toolkit.sandbox.refusals import invalid
from mews_toolkit.sandbox.wire import JsonObject, day, identifier, instant, read

ROOT = "/api/connector/v1/"

formats: FormatChecker = FormatChecker(())
"""What a text with a format has to look like; other formats than these are not looked at."""

# Only what is certainly none is refused: nobody knows what else the API finds wrong.
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


@formats.checks("uuid", raises=(ValueError, UnreadableError))
def _is_uuid(value: object) -> bool:
    return not isinstance(value, str) or bool(identifier(value))


@formats.checks("date", raises=UnreadableError)
def _is_day(value: object) -> bool:
    return not isinstance(value, str) or bool(day(value))


@formats.checks("date-time", raises=UnreadableError)
def _is_instant(value: object) -> bool:
    return not isinstance(value, str) or bool(instant(value))


@formats.checks("email")
def _is_email(value: object) -> bool:
    return not isinstance(value, str) or bool(_EMAIL.fullmatch(value))


@formats.checks("uri")
def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or bool(_URI.fullmatch(value))


@frozen
class DocumentedOperation:
    """One operation as the document describes it.

    `portfolio` says how it takes portfolio tokens: with `EnterpriseIds` ("many"), with
    `EnterpriseId` ("one"), or not at all ("none"). `longest` holds the longest duration of each
    interval that has one.
    """

    name: str
    portfolio: Literal["many", "one", "none"]
    longest: Mapping[str, str]
    validator: Validator = field(repr=False)

    def check(self, body: JsonObject) -> None:
        """Raises a `Refusal` when the request is not what the document describes."""
        refusal = blame.refusal(self.validator.iter_errors(body))
        if refusal is not None:
            raise refusal
        for name, longest in self.longest.items():
            if body.get(name) is None:
                continue
            interval = _interval(body[name])
            if interval.end_utc < interval.start_utc:
                raise invalid(name, "The interval ends before it starts.")
            if interval.exceeds(longest):
                raise invalid(name, f"The interval is longer than {longest}.")


def _interval(value: JsonObject) -> TimeInterval:
    return read(DateInterval, value).times if "Start" in value else read(TimeInterval, value)


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
    components: dict[str, Any] = document["components"]
    schema = components["schemas"][body["$ref"].rpartition("/")[2]]
    properties: dict[str, dict[str, str]] = schema["properties"]
    by_shape = (
        "many"
        if "EnterpriseIds" in properties
        else "one"
        if "EnterpriseId" in properties
        else "none"
    )
    return DocumentedOperation(
        name=name,
        portfolio=described.get("x-portfolio", by_shape),
        longest={
            property_name: rules["x-longest-interval"]
            for property_name, rules in properties.items()
            if "x-longest-interval" in rules
        },
        validator=Draft202012Validator({**body, "components": components}, format_checker=formats),
    )
