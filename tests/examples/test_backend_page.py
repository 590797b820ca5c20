"""docs/backend.md: what it quotes is in the files, and what it says of them holds."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from fastapi_app import payments, webhooks
from fastapi_app.app import create_app
from fastapi_app.settings import Settings
from support.pages_of_docs import python_blocks
from support.readme import ROOT

PAGE = (ROOT / "docs" / "backend.md").read_text(encoding="utf-8")
APP = ROOT / "examples" / "fastapi_app"
QUOTED = re.findall(r"From\s`(\w+\.py)`:\n\n```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_everything_is_quoted_from_a_file() -> None:
    assert [code for _, code in QUOTED] == python_blocks("backend.md")


@pytest.mark.parametrize(("file", "code"), QUOTED, ids=[file for file, _ in QUOTED])
def test_what_is_quoted_is_in_the_file(file: str, code: str) -> None:
    text = (APP / file).read_text(encoding="utf-8")

    assert any(textwrap.indent(code, " " * depth) in text for depth in (0, 4, 8))


def test_it_names_the_variables_that_have_to_be_set() -> None:
    settings = (APP / "settings.py").read_text(encoding="utf-8")

    assert set(re.findall(r"BACKEND_\w+", PAGE)) == set(re.findall(r"BACKEND_\w+", settings))


def test_fastapi_describes_the_routes_for_callers_and_not_that_for_mews() -> None:
    told = create_app(Settings("key", "token", Path())).openapi()["paths"]

    assert {path: sorted(told[path]) for path in told} == {
        "/payments": ["get", "post"],
        "/payments/{payment_id}": ["get"],
    }
    assert set(told["/payments"]["get"]["responses"]["200"]["content"]) == {"application/x-ndjson"}


def test_the_table_has_every_route() -> None:
    table = PAGE.split("\n| Request |", 1)[1].split("\n\n", 1)[0]
    told = re.findall(r"^\| `(\w+) (/[\w/{}]*)", table, re.MULTILINE)
    routes = [
        (method, re.sub(r"\{payment_id\}", "{id}", it.path))
        for it in (*payments.router.routes, *webhooks.router.routes)
        if isinstance(it, APIRoute)
        for method in it.methods or ()
    ]

    assert sorted(told) == sorted(routes)
