"""A wheel, installed outside of the project: alone, with each extra, with all of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from email import message_from_bytes
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

__all__ = ["extras_of", "faults", "install"]

_DEVELOPMENT = "dev"


def extras_of(wheel: Path) -> list[str]:
    """Those that users install."""
    with ZipFile(wheel) as archive:
        [name] = [it for it in archive.namelist() if it.endswith(".dist-info/METADATA")]
        told = message_from_bytes(archive.read(name)).get_all("Provides-Extra") or []
    return [it for it in told if it != _DEVELOPMENT]


def faults(wheel: Path, python: str, root: Path) -> list[str]:
    """What goes wrong with this Python; each trial has an environment of its own."""
    found: list[str] = []
    with TemporaryDirectory() as folder:
        trials = shutil.copytree(root / "tests" / "wheel", Path(folder, "trials"))
        plans: list[tuple[list[str], list[str]]] = [([], ["bare.py"])]
        plans += [([it], ["extra.py", it]) for it in extras_of(wheel)]
        plans.append((["sandbox"], ["smoke.py"]))
        for number, (extras, [script, *arguments]) in enumerate(plans):
            label = f"{wheel.name}[{','.join(extras)}] on {python}"
            home = Path(folder, str(number))
            said = install(wheel, extras, home, python, root) or _run(
                [str(home / "bin" / "python"), "-I", str(trials / script), *arguments], Path(folder)
            )
            if said:
                found.append(f"{label}: {said}")
    return found


def install(wheel: Path, extras: Iterable[str], home: Path, python: str, root: Path) -> str:
    """Makes an environment that has it; what went wrong otherwise."""
    wanted = f"{wheel.resolve()}[{','.join(extras)}]".removesuffix("[]")
    constraints = str(root / "constraints.txt")
    pip = [sys.executable, "-m", "pip", "--python", str(home / "bin" / "python"), "install"]
    return _run([python, "-m", "venv", "--without-pip", str(home)], root) or _run(
        [*pip, "--quiet", "--constraint", constraints, wanted], home
    )


def _run(command: list[str], folder: Path) -> str:
    """Nothing if it works, else what it said."""
    run = subprocess.run(  # noqa: S603 - as put together above
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return (run.stdout.strip() or f"ended with {run.returncode}") if run.returncode else ""
