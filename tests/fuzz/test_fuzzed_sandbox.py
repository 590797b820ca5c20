"""Whatever the sandbox is asked, it answers as the document says.

schemathesis makes requests from the document, those that it allows and those that it does not, and
holds status, headers and body of each answer against it.
"""

# schemathesis leaves the type arguments of its own signatures out.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUntypedFunctionDecorator=false

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import schemathesis
from hypothesis import settings
from schemathesis import Case, CheckFunction, checks
from schemathesis.specs.openapi import checks as openapi_checks

from mews_toolkit.sandbox import Sandbox, Server, serve_in_thread
from mews_toolkit.sandbox.operations import OPERATIONS
from support.documented_caller import document
from support.fuzzing import fitting_formats, grafted, let_in

ROOT = "/api/connector/v1/"
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

# One is asked; the other stays as it was, and says what both held in the beginning.
ASKED, UNTOUCHED = (Sandbox(payments=300, limit=None, now=lambda: NOW) for _ in range(2))

ON_ANSWERS: list[CheckFunction] = [
    checks.not_a_server_error,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_headers_conformance,
    openapi_checks.response_schema_conformance,
]
# A request that the document allows may still name somebody unknown.
NOT_PROMISED: list[CheckFunction] = [openapi_checks.positive_data_acceptance]

for format_name, strategy in fitting_formats(UNTOUCHED).items():
    schemathesis.openapi.format(format_name, strategy)

every_operation = schemathesis.openapi.from_dict(document())
carried_out = every_operation.include(path=[ROOT + name for name in OPERATIONS])


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve_in_thread(ASKED) as server:
        yield server


@carried_out.parametrize()
@settings(max_examples=25, derandomize=True, database=None, deadline=None)
def test_every_answer_is_as_documented(case: Case[Any], server: Server) -> None:
    case.body = let_in(case.body)
    case.call_and_validate(base_url=server.url, excluded_checks=NOT_PROMISED)

    case.body = grafted(case.path.removeprefix(ROOT), case.body, UNTOUCHED)
    case.call_and_validate(base_url=server.url, checks=ON_ANSWERS)
