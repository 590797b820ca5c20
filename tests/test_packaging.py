"""What holds for the project as a whole: packages, dependencies, commands, files."""

import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from mews_connector import __version__

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
PACKAGES = [
    ROOT / "mews_connector",
    ROOT / "custom" / "mews_runtime",
    ROOT / "custom" / "mews_toolkit",
]


def extra(name: str) -> list[Requirement]:
    """What an extra brings, other extras aside."""
    requirements = map(Requirement, PROJECT["optional-dependencies"][name])
    return [it for it in requirements if it.name != PROJECT["name"]]


RUNTIME = [Requirement(line) for line in PROJECT["dependencies"]]
SANDBOX = extra("sandbox")
OTEL = extra("otel")
PARQUET = extra("parquet")
REDIS = extra("redis")
AIOHTTP = extra("aiohttp")
CLI = extra("cli")
PLOT = extra("plot")
TESTING = extra("testing")
WORKFLOWS = extra("workflows")
DEVELOPMENT = extra("dev")
CONSTRAINTS = [
    line
    for line in (ROOT / "constraints.txt").read_text().splitlines()
    if line and not line.startswith("#")
]

COMMANDS = [
    "test",
    "test-all",
    "test-bench",
    "check",
    "contract",
    "fuzz-answers",
    "fuzz-sandbox",
    "bench",
    "docs",
    "test-aiohttp",
    "test-httpx2",
    "test-redis",
    "demo",
    "generate",
    "sandbox",
    "help",
    "release-check",
    "clean",
]

# What the commands and the tools make; everything else in the folder is the project.
MADE = {"__pycache__", "build", "dist", "node_modules"}
# Put together here, so that this file does not hold what it forbids.
HOME_FOLDERS = "|".join(["ho" + "me", "ro" + "ot", "tm" + "p", "wo" + "rk", "Us" + "ers"])
MACHINE_PATH = re.compile(rf"(?<![\w./-])(?:[A-Z]:)?[/\\]+(?:{HOME_FOLDERS})[/\\]+\w")
REGISTRY_HOST = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|yarnpkg|anaconda)\.(?:org|com)\b"
    r"|\b(?:artifactory|nexus|devpi)[.:/]"
    r"|\b(?:index-url|index_url|registry)\s*[=:]\s*\S*//",
    re.IGNORECASE,
)


def project_files() -> list[Path]:
    """Every file of the project, found without git: an unpacked archive has none."""
    found: list[Path] = []
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name == ".ci"
            or not (name in MADE or name.startswith(".") or name.endswith(".egg-info"))
        ]
        found += [Path(folder, name) for name in files if name != ".git"]
    return found


def lines_matching(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in project_files()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_every_package_is_marked_as_typed(package: Path) -> None:
    assert (package / "py.typed").is_file()


def test_custom_is_a_folder_and_no_package() -> None:
    assert not (ROOT / "custom" / "__init__.py").exists()


def test_contributors_are_told_of_each_folder_of_code() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text()
    there = [it.name for it in (ROOT / "custom").iterdir() if not it.name.startswith(("_", "."))]

    assert [it for it in sorted(there) if f"custom/{it}/" not in told] == []


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text()

    assert f"\n## [{__version__}]" in changelog


@pytest.mark.parametrize(
    "requirement",
    [*RUNTIME, *SANDBOX, *OTEL, *PARQUET, *PLOT, *REDIS, *AIOHTTP, *CLI, *TESTING, *WORKFLOWS],
    ids=str,
)
def test_what_users_install_is_bounded_on_both_sides(requirement: Requirement) -> None:
    operators = {specifier.operator for specifier in requirement.specifier}

    assert operators == {">=", "<"}


def test_the_base_install_brings_no_more_than_the_client_needs() -> None:
    assert {requirement.name for requirement in RUNTIME} == {
        "attrs",
        "httpx",
        "msgspec",
        "python-dateutil",
        "sniffio",
    }


@pytest.mark.parametrize("name", ["openapi-python-client", "ruff", "schemathesis"])
def test_what_writes_code_or_questions_is_pinned_exactly(name: str) -> None:
    (requirement,) = (requirement for requirement in DEVELOPMENT if requirement.name == name)

    assert [specifier.operator for specifier in requirement.specifier] == ["=="]


def test_a_constraint_is_a_name_and_an_exact_version() -> None:
    exact = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+")

    assert [line for line in CONSTRAINTS if not exact.fullmatch(line)] == []


@pytest.mark.parametrize(
    "requirement",
    [
        *RUNTIME,
        *SANDBOX,
        *OTEL,
        *PARQUET,
        *PLOT,
        *REDIS,
        *AIOHTTP,
        *CLI,
        *TESTING,
        *WORKFLOWS,
        *DEVELOPMENT,
    ],
    ids=str,
)
def test_every_dependency_is_constrained_to_a_version_within_its_bounds(
    requirement: Requirement,
) -> None:
    pinned = {
        canonicalize_name(name): version
        for name, _, version in (line.partition("==") for line in CONSTRAINTS)
    }

    assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)])


@pytest.mark.parametrize("command", COMMANDS)
def test_make_has_the_command(command: str) -> None:
    makefile = (ROOT / "Makefile").read_text()

    assert re.search(rf"^{command}:.* ## \S", makefile, re.MULTILINE)


def test_ci_runs_what_a_newcomer_types() -> None:
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert re.findall(r"^make (\S+)", script.read_text(), re.MULTILINE) == [
        "test",
        "test-aiohttp",
        "test-httpx2",
        "fuzz-sandbox",
        "check",
        "contract",
        "test-histories",
        "test-faults",
        "test-redis",
        "docs",
        "demo",
    ]


def test_no_file_holds_a_path_of_someones_machine() -> None:
    assert lines_matching(MACHINE_PATH) == []


def test_no_file_names_a_package_registry() -> None:
    assert lines_matching(REGISTRY_HOST) == []
