"""Whatever a description holds, the code made of it is valid and says the same."""

import ast
import copy
import json
from pathlib import Path
from typing import Any

import pytest

from mews_compiler.generation import PROJECT, generate

Json = dict[str, Any]

AWKWARD = [
    'Known as "Mews"',
    'Written """so""" in code',
    'Ends in """',
    "Ends in a backslash \\",
    "A path such as C:\\new\\users\\x",
    'Both: \\"',
    '"',
]


@pytest.fixture(scope="module", params=AWKWARD, ids=range(len(AWKWARD)))
def text(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


@pytest.fixture(scope="module")
def client(text: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A client made of a document whose every kind of description is the text."""
    shipped = (PROJECT / "mews_connector" / "openapi.json").read_text(encoding="utf-8")
    document: Json = copy.deepcopy(json.loads(shipped))
    # All of them would take several times as long, and say no more.
    document["paths"] = {
        path: item
        for path, item in document["paths"].items()
        if path.split("/")[-2] in {"configuration", "payments"}
    }
    schemas = document["components"]["schemas"]
    for described in (
        schemas["Amount"],
        schemas["PaymentState"],
        schemas["SurchargeFees"],
        schemas["Amount"]["properties"]["Currency"],
        schemas["PaymentsRefundRequest"]["properties"]["Reason"],
        *document["tags"],
    ):
        described["description"] = text
    refund = document["paths"]["/api/connector/v1/payments/refund"]["post"]
    refund |= {"summary": text, "description": text}
    folder = tmp_path_factory.mktemp("awkward") / "client"
    generate(document, folder)
    return folder


@pytest.mark.parametrize(
    "module", ["models/amount.py", "models/payment_state.py", "api/payments/__init__.py"]
)
def test_a_class_says_what_was_described(client: Path, text: str, module: str) -> None:
    assert ast.get_docstring(definition(parsed(client, module))) == text


@pytest.mark.parametrize("module", ["models/amount.py", "models/surcharge_fees.py"])
def test_a_property_and_a_map_say_what_was_described(client: Path, text: str, module: str) -> None:
    assert text in {str(told).strip() for told in strings(parsed(client, module))}


def test_a_resource_of_the_client_says_what_was_described(client: Path, text: str) -> None:
    methods = {each.name: each for each in functions(parsed(client, "client.py"))}
    assert ast.get_docstring(methods["payments"]) == text


def test_a_method_says_what_was_described(client: Path, text: str) -> None:
    methods = {each.name: each for each in functions(parsed(client, "api/payments/__init__.py"))}
    told = ast.get_docstring(methods["refund"]) or ""
    assert told.startswith(f"{text}\n\n{text}\n\nArgs:\n")
    assert f"\n    reason: {text}\n" in told


def parsed(client: Path, module: str) -> ast.Module:
    return ast.parse((client / module).read_text(encoding="utf-8"))


def definition(module: ast.Module) -> ast.ClassDef:
    [found] = [node for node in module.body if isinstance(node, ast.ClassDef)]
    return found


def functions(module: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in definition(module).body if isinstance(node, kinds)]


def strings(module: ast.Module) -> list[object]:
    """What stands beneath attributes and names to say what they are."""
    return [
        node.value.value
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ]
