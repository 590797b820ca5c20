"""Whatever the sandbox is asked, it answers as the document says.

schemathesis makes requests from the document, those that it allows and those that it does not, and
holds status, headers and body of each answer against it.
"""

# schemathesis leaves the type arguments of its own signatures out.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUntypedFunctionDecorator=false

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import schemathesis
from hypothesis import settings
from schemathesis import Case, CheckFunction, GenerationMode, checks
from schemathesis.specs.openapi import checks as openapi_checks

from mews_toolkit.sandbox import Sandbox, Server, serve_in_thread
from support.fitted import fitted
from support.fuzzing import ROOT, document_of, fitting_formats, let_in
from support.json_trees import grafted, without_nulls

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

ASKED = Sandbox(payments=300, limit=None, now=lambda: NOW)

ON_ANSWERS: list[CheckFunction] = [
    checks.not_a_server_error,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_headers_conformance,
    openapi_checks.response_schema_conformance,
]
# A request that the document allows may still name somebody unknown.
NOT_PROMISED: list[CheckFunction] = [openapi_checks.positive_data_acceptance]

for format_name, strategy in fitting_formats(ASKED).items():
    schemathesis.openapi.format(format_name, strategy)

every_operation = schemathesis.openapi.from_dict(document_of(ASKED))


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve_in_thread(ASKED) as server:
        yield server


@every_operation.parametrize()
@settings(max_examples=25, derandomize=True, database=None, deadline=None)
def test_every_answer_is_as_documented(case: Case[Any], server: Server) -> None:
    case.body = let_in(case.body)
    answer = case.call_and_validate(base_url=server.url, excluded_checks=NOT_PROMISED)

    if answer.status_code != 200 and is_allowed(case):
        case.body = grafted(case.body, stock(case.path.removeprefix(ROOT)))
        case.call_and_validate(base_url=server.url, checks=ON_ANSWERS)


def is_allowed(case: Case[Any]) -> bool:
    return case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE


def stock(operation: str) -> Any:
    """A request that the sandbox carries out."""
    try:
        request = fitted(operation, ASKED)
    except StopIteration:
        # The requests before this one have used up what it takes.
        ASKED.reset()
        request = fitted(operation, ASKED)
    return without_nulls(json.loads(request))
