"""What users install is under licences for everybody, and nothing is known against it."""

from __future__ import annotations

import json
import subprocess
import tomllib
from email.message import Message
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.utils import canonicalize_name

from mews_audit import __main__, vulnerabilities
from mews_audit.installed import EXTRAS, installed
from mews_audit.licences import licence_of, refused
from mews_audit.vulnerabilities import findings

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


class Package(Distribution):
    """One that tells this of itself."""

    def __init__(self, name: str = "left-pad", version: str = "1.0", **told: str | list[str]):
        self.told = Message()
        self.told["Name"], self.told["Version"] = name, version
        for header, values in told.items():
            for value in [values] if isinstance(values, str) else values:
                self.told[header.replace("_", "-")] = value

    @property
    def metadata(self) -> Any:
        return self.told

    def read_text(self, filename: str) -> None:
        del filename

    def locate_file(self, path: Any) -> Path:
        return Path(path)


PACKAGES = [Package("left_pad", "1.0"), Package("right-pad", "2.0")]


def told(**vulnerable: str) -> str:
    """What pip-audit tells of both."""
    every = [
        {
            "name": it,
            "version": "1.0",
            "vulns": [{"id": vulnerable[it]}] if it in vulnerable else [],
        }
        for it in ("left-pad", "right-pad")
    ]
    return json.dumps({"dependencies": every, "fixes": []})


# What is looked at.


def test_every_dependency_of_the_library_and_its_extras_is_looked_at_and_nothing_else() -> None:
    names = {canonicalize_name(it.name) for it in installed()}

    assert {"httpx", "httpcore", "certifi", "aiohttp", "redis", "starlette", "iso4217"} <= names
    assert not {"mews-connector", "hypothesis", "pip-audit", "ruff"} & names


def test_no_extra_is_left_out() -> None:
    told = tomllib.loads(PROJECT.read_text())["project"]["optional-dependencies"]

    assert {*EXTRAS} == {*told} - {"dev"}


# Licences.


def test_everything_that_users_install_is_under_a_licence_for_everybody() -> None:
    assert refused(installed()) == []


@pytest.mark.parametrize(
    "package",
    [
        Package(License_Expression="MIT"),
        Package(License_Expression="Apache-2.0 AND MIT"),
        Package(License_Expression="GPL-3.0-only OR BSD-3-Clause"),
        Package(License="MIT license", Classifier=["License :: OSI Approved :: MIT License"]),
        Package(License="Copyright Somebody\n\nPermission is hereby granted, free\nof charge, to"),
        Package(Classifier=["License :: OSI Approved :: BSD License", "Typing :: Typed"]),
    ],
    ids=licence_of,
)
def test_a_licence_for_everybody_is_allowed(package: Package) -> None:
    assert refused([package]) == []


@pytest.mark.parametrize(
    "package",
    [
        Package(License_Expression="AGPL-3.0-only"),
        Package(License_Expression="MIT AND GPL-3.0-or-later"),
        Package(License_Expression="MIT AND (GPL-2.0-only OR GPL-3.0-only)"),
        Package(License="Proprietary", Classifier=["License :: Other/Proprietary License"]),
        Package(License="GPL", Classifier=["License :: OSI Approved :: MIT License"]),
        Package(
            Classifier=[
                "License :: OSI Approved :: MIT License",
                "License :: OSI Approved :: GNU General Public License v3 (GPLv3)",
            ]
        ),
        Package(License="All rights\nreserved"),
        Package(),
    ],
    ids=licence_of,
)
def test_any_other_is_refused_by_the_name_of_the_package(package: Package) -> None:
    assert refused([package]) == [f"left-pad: {licence_of(package) or 'no licence'}"]


# Vulnerabilities.


def test_what_is_known_is_told_by_name() -> None:
    found = findings(PACKAGES, told(**{"left-pad": "PYSEC-2026-1"}))

    assert (found.known, found.untold) == (["left_pad 1.0: PYSEC-2026-1"], [])


def test_what_the_service_does_not_know_is_told_as_unchecked() -> None:
    skipped = {"dependencies": [{"name": "left-pad", "skip_reason": "not found"}]}
    found = findings(PACKAGES, json.dumps(skipped))

    assert (found.known, found.untold) == ([], ["left_pad", "right-pad"])


@pytest.mark.parametrize(
    ("answer", "licence", "code", "says"),
    [
        (told(), "MIT", 0, ""),
        ("", "MIT", 0, "Vulnerabilities unchecked: the service does not answer\n"),
        ("", "GPL", 1, "Licence not allowed: left-pad: GPL\n"),
        (told(**{"left-pad": "CVE-1"}), "MIT", 1, "Known vulnerability: left-pad 1.0: CVE-1\n"),
    ],
    ids=["fine", "offline", "offline and not allowed", "vulnerable"],
)
def test_the_command_fails_by_what_is_found_and_not_by_being_offline(  # noqa: PLR0917 - a table's columns
    answer: str,
    licence: str,
    code: int,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def ask(packages: list[Distribution]) -> str:
        assert packages == [package]
        return answer

    package = Package(License=licence)
    monkeypatch.setattr(__main__, "installed", lambda: [package])
    monkeypatch.setattr(__main__, "ask", ask)

    assert __main__.main() == code
    assert capsys.readouterr().err.endswith(says)


def test_where_nobody_answers_in_time_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, timeout: float, **__: object) -> object:
        raise subprocess.TimeoutExpired("pip-audit", timeout)

    monkeypatch.setattr(subprocess, "run", never)

    assert vulnerabilities.ask(PACKAGES) == ""
