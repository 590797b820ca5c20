"""A caller with no code of the client, that holds each answer against the document."""

from __future__ import annotations

import json
import ssl
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import httpx
from attrs import field, frozen
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.protocols import Validator

from mews_toolkit.sandbox import CLIENT_TOKEN

__all__ = ["DocumentedCaller", "check_answer", "document", "numbers", "plain_client"]


@frozen
class DocumentedCaller:
    """Posts to the sandbox with one access token."""

    http: httpx.Client
    access_token: str
    headers: Mapping[str, str] = field(factory=dict[str, str])

    def ask(self, operation: str, /, **body: Any) -> httpx.Response:
        """The answer, whatever it is; its JSON is what the document says."""
        tokens = {"ClientToken": CLIENT_TOKEN, "AccessToken": self.access_token}
        request = {**tokens, "Client": "Specification 1.0", **body}
        response = self.http.post(operation, json=request, headers=self.headers)
        if response.headers.get("Content-Type") == "application/json":
            check_answer(operation, response)
        return response

    def get(self, operation: str, /, **body: Any) -> Any:
        """The result of an operation that must succeed, with numbers as decimals."""
        response = self.ask(operation, **body)
        assert response.status_code == 200, response.text
        return numbers(response)

    def refusal(self, operation: str, /, **body: Any) -> tuple[int, str]:
        """Status and message of the error that the operation must end with."""
        response = self.ask(operation, **body)
        assert response.is_error, response.text
        return response.status_code, numbers(response)["Message"]

    def drain(self, operation: str, rows: str, count: int = 1000, /, **body: Any) -> list[Any]:
        """Every row of every page, walked to the null cursor."""
        found: list[Any] = []
        limitation: dict[str, Any] = {"Count": count}
        while True:
            page = self.get(operation, Limitation=limitation, **body)
            found += page[rows]
            if page["Cursor"] is None:
                return found
            limitation["Cursor"] = page["Cursor"]


def check_answer(operation: str, response: httpx.Response) -> None:
    """Raises a `ValidationError` unless the JSON is what the document says."""
    name = _result_name(operation) if response.is_success else "ErrorBody"
    _schema(name).validate(numbers(response))


def numbers(response: httpx.Response) -> Any:
    """The JSON of an answer, with numbers as decimals."""
    return json.loads(response.text, parse_float=Decimal)


def plain_client(url: str) -> httpx.Client:
    """A client of the sandbox at this URL, with paths that begin at the operation."""
    # A context without certificates spares the time to load them: the sandbox speaks plain HTTP.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return httpx.Client(
        base_url=f"{url}/api/connector/v1/", timeout=5, verify=context, trust_env=False
    )


@cache
def document() -> dict[str, Any]:
    """The joined document."""
    text = files("mews_connector").joinpath("openapi.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _result_name(operation: str) -> str:
    described = document()["paths"][f"/api/connector/v1/{operation}"]["post"]
    content = described["responses"]["200"]["content"]["application/json"]
    name: str = content["schema"]["$ref"].rpartition("/")[2]
    return name


@cache
def _schema(name: str) -> Validator:
    components = document()["components"]
    schema = {"$ref": f"#/components/schemas/{name}", "components": components}
    return Draft202012Validator(schema, format_checker=FormatChecker(["uuid", "date-time"]))
