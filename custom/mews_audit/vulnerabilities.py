"""What is publicly known to be wrong with packages, asked of the service that pip-audit asks."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict

from attrs import frozen
from packaging.utils import canonicalize_name

__all__ = ["Findings", "ask", "findings"]

_PATIENCE = 30


class _Vulnerability(TypedDict):
    id: str


class _Package(TypedDict, total=False):
    name: str
    version: str
    skip_reason: str
    vulns: list[_Vulnerability]


@frozen
class Findings:
    """Of each package that something is known of, what; and those of which nobody told anything."""

    known: list[str]
    untold: list[str]


def ask(packages: Iterable[Distribution]) -> str:
    """What pip-audit tells; nothing where it reaches nobody.

    Raises:
        CalledProcessError: It does not understand what it is asked.
    """
    with TemporaryDirectory() as folder:
        pins = Path(folder, "pins.txt")
        pins.write_text("".join(f"{each.name}=={each.version}\n" for each in packages))
        command = [sys.executable, "-m", "pip_audit", "--format=json", "--progress-spinner=off"]
        command += [
            "--no-deps",
            "--disable-pip",
            "--desc=off",
            "--timeout=5",
            f"--requirement={pins}",
        ]
        try:
            told = subprocess.run(  # noqa: S603 - as put together above
                command, capture_output=True, text=True, check=False, timeout=_PATIENCE
            )
        except subprocess.TimeoutExpired:
            return ""
    # 1 says that something was found, or that nobody was reached.
    if told.returncode > 1:
        told.check_returncode()
    return told.stdout


def findings(packages: Iterable[Distribution], told: str) -> Findings:
    """What that means for the packages."""
    answers: dict[str, _Package] = {}
    if told.strip():
        answers = {canonicalize_name(it["name"]): it for it in json.loads(told)["dependencies"]}
    known: list[str] = []
    untold: list[str] = []
    for package in packages:
        answer = answers.get(canonicalize_name(package.name), _Package(skip_reason="not asked"))
        if "skip_reason" in answer:
            untold.append(package.name)
        elif ids := [it["id"] for it in answer.get("vulns", ())]:
            known.append(f"{package.name} {package.version}: {', '.join(ids)}")
    return Findings(known, untold)
