"""The command `mews`: reading the API, recording payments, and finding out what is wrong.

Needs the extra: `pip install mews-connector[cli]`. docs/cli.md tells all about it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

__all__ = ["main"]

_EXTRA = ("click", "rich")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command, and gives its exit code; by default with the process' own arguments."""
    try:
        from mews_toolkit.cli._run import run  # noqa: PLC0415 - an extra

        return run(sys.argv[1:] if arguments is None else arguments)
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] not in _EXTRA:
            raise
        sys.stderr.write("mews: the command line needs: pip install mews-connector[cli]\n")
        return 3
    except KeyboardInterrupt:
        # It came while the command was loaded.
        sys.stderr.write("mews: interrupted\n")
        return 130
