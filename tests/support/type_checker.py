"""mypy, with this project's settings, over code that is not part of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

__all__ = ["complaints"]

_ROOT = Path(__file__).parents[2]


def complaints(*files: Path) -> list[str]:
    """Every error, as `file.py:line: error: message  [code]`, the file without its folder."""
    run = subprocess.run(  # noqa: S603 - files of the tests' own making
        [
            sys.executable,
            "-m",
            "mypy",
            "--no-error-summary",
            "--no-pretty",
            # Asked for always: with other settings mypy would not use what it read the last time.
            "--enable-error-code=deprecated",
            *map(str, files),
        ],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in {0, 1}, run.stdout + run.stderr
    lines = [line for line in run.stdout.splitlines() if ": error: " in line]
    assert bool(lines) == bool(run.returncode), run.stdout + run.stderr
    return [f"{Path(file).name}:{rest}" for file, _, rest in (it.partition(":") for it in lines)]
