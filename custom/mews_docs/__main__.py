"""`python -m mews_docs FOLDER`: put there what the documentation's site is built from."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from mews_docs.site import SiteError, lay_out

_ROOT = Path(__file__).parents[2]


def main(arguments: list[str] | None = None) -> int:
    """What is wrong goes to stderr."""
    parser = argparse.ArgumentParser(prog="python -m mews_docs", description=__doc__)
    parser.add_argument("folder", type=Path)
    try:
        lay_out(_ROOT, parser.parse_args(arguments).folder)
    except SiteError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
