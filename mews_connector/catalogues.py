"""What the values of enums mean: the types of what `info` gives, and the groups that it speaks of."""

from mews_runtime.catalogues import *  # noqa: F403
