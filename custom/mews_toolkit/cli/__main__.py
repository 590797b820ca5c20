"""`python -m mews_toolkit.cli`: the same as the command `mews`."""

import sys

from mews_toolkit.cli import main

if __name__ == "__main__":
    sys.exit(main())
