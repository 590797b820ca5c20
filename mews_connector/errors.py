"""Everything that can go wrong; the tree is drawn in `mews_runtime.errors`."""

from mews_runtime.errors import *  # noqa: F403
