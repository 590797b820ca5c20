"""Whether every public name has a type that all type checkers agree on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mews_release.installation import extras_of, install

__all__ = ["PACKAGES", "faults", "told"]

PACKAGES = ("mews_connector", "mews_runtime", "mews_toolkit")


def faults(wheel: Path, root: Path) -> list[str]:
    """What is wrong with the wheel, installed with all its extras outside of the project."""
    with TemporaryDirectory() as folder:
        home = Path(folder).resolve() / "all"
        said = install(wheel, extras_of(wheel), home, sys.executable, root)
        if said:
            return [f"{wheel.name} with all extras: {said}"]
        return [fault for package in PACKAGES for fault in told(_ask(home, package), home)]


def told(answer: dict[str, Any], home: Path) -> list[str]:
    """What pyright's answer means, which is to be about what is installed there."""
    completeness = answer["typeCompleteness"]
    package = completeness["packageName"]
    if not completeness["modules"]:
        return [f"{package}: pyright finds no public module"]
    if not Path(completeness["packageRootDirectory"]).is_relative_to(home):
        return [f"{package}: pyright looked at {completeness['packageRootDirectory']}"]
    found: list[str] = []
    for symbol in completeness["symbols"]:
        if not symbol["isTypeKnown"] or symbol["isTypeAmbiguous"]:
            said = "; ".join(it["message"] for it in symbol["diagnostics"])
            found.append(f"{symbol['name']}: {said or 'its type is not known'}")
    if not found and completeness["completenessScore"] < 1:
        return [f"{package}: {completeness['completenessScore']:.1%} complete"]
    return found


def _ask(home: Path, package: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "pyright", "--outputjson", "--ignoreexternal"]
    run = subprocess.run(  # noqa: S603 - as put together above
        [*command, "--verifytypes", package],
        # Away from the project, whose folders could stand in for what is installed.
        cwd=home,
        # With --verifytypes, pyright goes by the first Python there and not by --pythonpath.
        env=os.environ
        | {"PATH": f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode > 1:
        run.check_returncode()
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer
