"""Generating the client: the same bytes every time, and nothing touched when it fails."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from mews_compiler import generation
from mews_compiler.faults import CompilerError
from mews_compiler.generation import PINNED, PROJECT, as_json, generate

Json = dict[str, Any]


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def client(document: Json, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generation") / "client"
    generate(document, folder)
    return folder


def test_the_client_is_typed_and_carries_its_document(client: Path, document: Json) -> None:
    written = files(client)
    assert written["py.typed"] == b""
    assert written["openapi.json"].decode() == as_json(document)
    assert "models/payment.py" in written


def test_generating_again_changes_nothing(client: Path, document: Json) -> None:
    before = files(client)
    (client / "models" / "forgotten.py").touch()
    generate(document, client)
    assert files(client) == before


def test_a_folder_that_is_no_client_is_left_alone(tmp_path: Path, document: Json) -> None:
    (tmp_path / "letter.txt").write_text("Dear all", encoding="utf-8")
    with pytest.raises(CompilerError, match=r"holds no openapi\.json"):
        generate(document, tmp_path)
    assert files(tmp_path) == {"letter.txt": b"Dear all"}


def test_the_project_installs_the_versions_that_are_asked_for() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {f"{tool}=={version}" for tool, version in PINNED.items()}
    assert wanted <= set(project["project"]["optional-dependencies"]["dev"])


def test_missing_templates_are_told(
    tmp_path: Path, document: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generation, "TEMPLATES", tmp_path / "templates")
    with pytest.raises(CompilerError, match="custom/templates: folder: is missing"):
        generate(document, tmp_path / "client")


@pytest.mark.parametrize("tool", ["openapi-python-client", "ruff"])
def test_another_version_of_a_tool_is_told(
    tmp_path: Path, document: Json, monkeypatch: pytest.MonkeyPatch, tool: str
) -> None:
    monkeypatch.setitem(PINNED, tool, "0.0.1")
    with pytest.raises(CompilerError, match=rf"{tool}: version: install 0\.0\.1; .* is installed"):
        generate(document, tmp_path / "client")


def test_a_failing_generator_leaves_the_client_as_it_was(
    client: Path, document: Json, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(client)
    (tmp_path / "model.py.jinja").write_text("{{ nothing.of.this }}", encoding="utf-8")
    monkeypatch.setattr(generation, "TEMPLATES", tmp_path)
    with pytest.raises(CompilerError, match=r"^generator: run: "):
        generate(document, client)
    assert files(client) == before
