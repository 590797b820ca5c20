"""What the templates promise of the code that they make of the document."""

import ast
import asyncio
import inspect
import json
import subprocess
import sys
from pathlib import Path
from typing import get_origin, get_type_hints

import pytest

import mews_connector
from mews_connector import MewsClient
from mews_runtime import Kind, PagedOperation, Paginator, Portfolio, Resource
from support.examples import OPERATIONS

TOKENS = """client = mews_connector.MewsClient(
    environment="http://localhost", client_token="c", access_token="a", client="Specification 1.0"
)
"""


# What alone takes as long to load as all of an operation, and only a client that is made needs.
ENGINE = {"asyncio", "httpcore", "dateutil", "mews_runtime._session", "mews_runtime._connection"}


def all_loaded_after(code: str) -> set[str]:
    """The modules that a fresh process has loaded after some code."""
    script = f"""import json, sys
import mews_connector
{code}
print(json.dumps(list(sys.modules)))"""
    done = subprocess.run(  # noqa: S603 - this interpreter, and code from here
        [sys.executable, "-W", "error", "-c", script], check=True, capture_output=True, text=True
    )
    return set(json.loads(done.stdout))


def loaded_after(code: str) -> set[str]:
    """Those of the client."""
    return {
        name.removeprefix("mews_connector.")
        for name in all_loaded_after(code)
        if name.startswith("mews_connector.")
    }


# What is loaded, and when.


def test_importing_the_package_loads_nothing_of_it() -> None:
    assert loaded_after("") == set()


def test_importing_the_client_loads_no_model_and_no_operation() -> None:
    assert loaded_after("mews_connector.MewsClient, mews_connector.models") == {
        "api",
        "client",
        "models",
    }


def test_a_client_that_is_made_has_loaded_no_more() -> None:
    assert loaded_after(TOKENS) == {"api", "client"}


def test_an_operation_is_looked_at_without_what_a_client_works_with() -> None:
    # given the method, its operation, and an answer that is read
    loaded = all_loaded_after(
        """from mews_connector import MewsClient, api, models
method = api.Payments.get_all
api.PAYMENTS_GET_ALL.result.from_json('{"Payments": []}')"""
    )

    assert "mews_connector.models.payment" in loaded
    assert loaded & ENGINE == set()


def test_a_client_that_is_made_leaves_nothing_to_be_loaded_amid_a_call() -> None:
    before = all_loaded_after(TOKENS)
    after = all_loaded_after(
        TOKENS
        + """from uuid import UUID
client.payments.get_all(payment_ids=[UUID(int=1)])"""
    )

    assert before >= ENGINE
    assert {name for name in after - before if name.startswith("mews_runtime.")} == {
        name for name in after if name.startswith("mews_runtime.catalogues")
    } | {"mews_runtime._resource", "mews_runtime._open_enum"}


def test_an_operation_loads_its_own_models_and_those_of_no_other() -> None:
    loaded = loaded_after(
        TOKENS
        + """from uuid import UUID
client.payments.get_all(payment_ids=[UUID(int=1)])"""
    )

    assert {name for name in loaded if name.startswith("api.")} == {
        "api.payments",
        "api.payments.payments_get_all",
    }
    assert "models.payments_get_all_request" in loaded
    assert not {name for name in loaded if "refund" in name or "add" in name}
    assert not {name for name in loaded if "enterprise" in name or "payment_requests" in name}


def test_the_models_of_an_answer_are_loaded_with_the_first_answer() -> None:
    called = loaded_after("mews_connector.api.PAYMENTS_GET_ALL")
    answered = loaded_after("mews_connector.api.PAYMENTS_GET_ALL.result")

    assert "models.payment" not in called
    assert {"models.payment", "models.payments_get_all_result"} <= answered


def test_a_model_loads_what_it_holds() -> None:
    loaded = loaded_after("mews_connector.models.TaxBreakdown")

    assert loaded == {"models", "models.tax_breakdown", "models.tax_breakdown_item"}


@pytest.mark.parametrize("package", ["models", "api"])
def test_a_name_that_there_is_not_is_an_attribute_error(package: str) -> None:
    module = getattr(mews_connector, package)

    with pytest.raises(AttributeError, match=r"mews_connector\.\w+' has no attribute 'Paiment'"):
        _ = module.Paiment


# How it is written.


def test_no_import_stands_in_a_function() -> None:
    inside = [
        f"{file.name}:{node.lineno}"
        for file in Path(mews_connector.__file__).parent.rglob("*.py")
        for function in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert inside == []


def test_every_method_is_awaited_or_walked() -> None:
    resources: list[type[Resource]] = [
        get_type_hints(each.fget)["return"]
        for each in vars(MewsClient).values()
        if isinstance(each, property)
    ]

    for resource in resources:
        for name, method in vars(resource).items():
            if inspect.isfunction(method):
                walked = get_origin(get_type_hints(method)["return"]) is Paginator
                assert walked != asyncio.iscoroutinefunction(method), name  # pyright: ignore[reportDeprecated] - inspect's own cannot be told of it before 3.12


# What the runtime is told.


@pytest.mark.parametrize(
    ("path", "kind", "portfolio"),
    [
        ("configuration/get", Kind.READ, Portfolio.ONE),
        ("enterprises/getAll", Kind.READ, Portfolio.MANY),
        ("paymentRequests/add", Kind.WRITE, Portfolio.ONE),
        ("paymentRequests/cancel", Kind.WRITE, Portfolio.NONE),
        ("paymentRequests/getAll", Kind.READ, Portfolio.MANY),
        ("payments/addAlternative", Kind.WRITE, Portfolio.NONE),
        ("payments/addCreditCard", Kind.WRITE, Portfolio.NONE),
        ("payments/addExternal", Kind.WRITE, Portfolio.ONE),
        ("payments/getAll", Kind.READ, Portfolio.MANY),
        ("payments/refund", Kind.WRITE, Portfolio.ONE),
    ],
)
def test_an_operation_says_what_may_be_repeated_and_for_whom(
    path: str, kind: Kind, portfolio: Portfolio
) -> None:
    operation = OPERATIONS[path]

    assert (operation.kind, operation.portfolio) == (kind, portfolio)


@pytest.mark.parametrize(
    ("path", "items"),
    [
        ("enterprises/getAll", "enterprises"),
        ("paymentRequests/getAll", "payment_requests"),
        ("payments/getAll", "payments"),
    ],
)
def test_an_operation_that_answers_in_pages_says_where_its_rows_are(path: str, items: str) -> None:
    operation = OPERATIONS[path]

    assert isinstance(operation, PagedOperation)
    assert (operation.items, operation.identity) == (items, ("id",))
