"""A later document of the vendor's is compared with ours, and the difference is a status."""

import copy
import json
import threading
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from mews_compiler.__main__ import main
from mews_compiler.comparison.vendor_document import load_vendor_document

Json = dict[str, Any]

PAYMENTS = "/api/connector/v1/payments/getAll"


@pytest.fixture
def spec(ours: Json, tmp_path: Path) -> "Spec":
    return Spec(tmp_path, copy.deepcopy(ours))


class Spec:
    """A document of the vendor's that starts as a copy of ours."""

    def __init__(self, folder: Path, document: Json) -> None:
        self.file = folder / "vendor.json"
        self.accepted = folder / "accepted.yaml"
        self.accepted.write_text("[]", encoding="utf-8")
        self.document = document
        self.schemas: Json = document["components"]["schemas"]

    def drift(self, spec: str | None = None) -> int:
        self.file.write_text(json.dumps(self.document), encoding="utf-8")
        return main(["drift", spec or str(self.file), "--accepted", str(self.accepted)])


@contextmanager
def served(folder: Path) -> Generator[str]:
    """The URL under which a folder's files are served."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            del format, args

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_document_has_not_drifted_from_itself(
    spec: Spec, capsys: pytest.CaptureFixture[str]
) -> None:
    assert spec.drift() == 0
    assert capsys.readouterr().out.splitlines() == [
        "Differences that are not accepted: 0",
        "Operations of resources that are not covered: 0",
    ]


def test_what_the_vendor_added_and_took_away_is_told(
    spec: Spec, capsys: pytest.CaptureFixture[str]
) -> None:
    properties = spec.schemas["PaymentsGetAllRequest"]["properties"]
    properties["Nickname"] = properties.pop("Currency")
    properties["AccountIds"]["maxItems"] = 50
    spec.schemas["PaymentState"]["enum"].append("Lost")

    assert spec.drift() == 1
    assert set(capsys.readouterr().out.splitlines()) >= {
        "payments/getAll",
        "  request.Nickname: missing (vendor)",
        "  request.Currency: extra (vendor)",
        "  request.AccountIds: maxItems 100, not 50 (vendor)",
        "  response.Payments[].State: value Lost missing (vendor)",
    }


def test_an_accepted_difference_is_no_drift(spec: Spec, capsys: pytest.CaptureFixture[str]) -> None:
    spec.schemas["PaymentsGetAllRequest"]["properties"].pop("Currency")
    entry = "{operation: payments/getAll, where: request.Currency, what: extra, because: Newer.}"
    spec.accepted.write_text(f"- {entry}", encoding="utf-8")

    assert spec.drift() == 0
    assert "Differences that are not accepted: 0" in capsys.readouterr().out


def test_an_entry_that_is_needed_no_more_is_told_and_no_drift(
    spec: Spec, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = "{operation: payments/getAll, where: request.Currency, what: extra, because: Newer.}"
    spec.accepted.write_text(f"- {entry}", encoding="utf-8")

    assert spec.drift() == 0
    assert "request.Currency: extra: matches no difference any more" in capsys.readouterr().out


def test_operations_are_missed_in_covered_resources_and_named_in_others(
    spec: Spec, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = spec.document["paths"]
    paths["/api/connector/v1/payments/split"] = paths[PAYMENTS]
    paths["/api/connector/v1/reservations/getAll/2023-06-06"] = paths[PAYMENTS]
    paths["/api/connector/v1/rates/getAll"] = paths[PAYMENTS]

    assert spec.drift() == 1
    assert capsys.readouterr().out.splitlines() == [
        "payments/split",
        "  operation: missing (vendor)",
        "Differences that are not accepted: 1",
        "Operations of resources that are not covered: 2",
        "  rates/getAll",
        "  reservations/getAll/2023-06-06",
    ]


def test_the_vendors_document_can_be_yaml(spec: Spec, tmp_path: Path) -> None:
    file = tmp_path / "vendor.yaml"
    yaml: Any = YAML(typ="safe", pure=True)
    yaml.dump(spec.document, file)

    assert spec.drift(str(file)) == 0


def test_the_vendors_document_can_be_fetched(
    spec: Spec, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    with served(tmp_path) as url:
        assert spec.drift(f"{url}/vendor.json") == 0
        assert spec.drift(f"{url}/nothing.json") == 2


@pytest.mark.parametrize("what", [{"paths": {}}, {"swagger": "2.0"}, {"openapi": None}])
def test_a_document_with_nothing_to_compare_is_told(
    what: Json, spec: Spec, capsys: pytest.CaptureFixture[str]
) -> None:
    spec.document.update(what)

    assert spec.drift() == 2
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{spec.file} cannot be compared: it ")


def test_paths_below_another_prefix_are_nothing_to_compare(
    spec: Spec, capsys: pytest.CaptureFixture[str]
) -> None:
    spec.document["paths"] = {
        path.removeprefix("/api/connector/v1"): item
        for path, item in spec.document["paths"].items()
    }

    assert spec.drift() == 2
    assert "it has no operation below /api/connector/v1/" in capsys.readouterr().out


def test_a_document_that_is_malformed_cannot_be_compared(
    spec: Spec, capsys: pytest.CaptureFixture[str]
) -> None:
    spec.schemas["TimeInterval"]["properties"]["StartUtc"] = {"$ref": "times.yaml#/Instant"}

    assert spec.drift() == 2
    [line] = capsys.readouterr().out.splitlines()
    assert line == (
        f"{spec.file} cannot be compared: #/components/schemas/TimeInterval > StartUtc: "
        "the reference times.yaml#/Instant leads out of the document"
    )


def test_what_is_malformed_where_nothing_is_compared_does_no_harm(spec: Spec) -> None:
    broken = {"post": {"requestBody": {"$ref": "#/nowhere"}}}
    spec.document["paths"]["/api/connector/v1/reservations/getAll"] = broken

    assert spec.drift() == 0


def test_an_instant_that_becomes_a_plain_text_is_drift(
    spec: Spec, capsys: pytest.CaptureFixture[str]
) -> None:
    del spec.schemas["TimeInterval"]["properties"]["StartUtc"]["format"]

    assert spec.drift() == 1
    assert "UpdatedUtc.StartUtc: format date-time, not None (vendor)" in capsys.readouterr().out


def test_a_smaller_page_is_drift(spec: Spec, capsys: pytest.CaptureFixture[str]) -> None:
    spec.schemas["Limitation"]["properties"]["Count"]["maximum"] = 500

    assert spec.drift() == 1
    assert "  request.Limitation.Count: maximum 1000, not 500 (vendor)" in capsys.readouterr().out


def test_statuses_in_yaml_need_no_quotes(tmp_path: Path) -> None:
    file = tmp_path / "vendor.yaml"
    file.write_text(
        "openapi: 3.0.4\npaths: {/a: {post: {responses: {200: &a [{1: one}], 204: *a}}}}",
        encoding="utf-8",
    )

    document = load_vendor_document(str(file))

    answers = document["paths"]["/a"]["post"]["responses"]
    assert answers == {"200": [{"1": "one"}], "204": [{"1": "one"}]}


@pytest.mark.parametrize(
    "text", ["{", "a: [", "a: &a [*a]", "[]", "{}", '{"paths": []}', '{"a": ' + "[" * 200_000]
)
def test_what_is_no_document_cannot_be_compared(
    text: str, spec: Spec, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "broken"
    file.write_text(text, encoding="utf-8")

    assert spec.drift(str(file)) == 2
    assert str(file) in capsys.readouterr().out


def test_a_missing_file_cannot_be_compared(spec: Spec, tmp_path: Path) -> None:
    assert spec.drift(str(tmp_path / "nowhere.json")) == 2


def test_a_url_that_leads_nowhere_cannot_be_compared(spec: Spec) -> None:
    assert spec.drift("http://[") == 2
