from __future__ import annotations

import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager

from mews_connector import errors

__all__ = ["in_options"]


@contextmanager
def in_options(options: Mapping[str, str]) -> Generator[None]:
    """Has what is refused here speak of options, where the client speaks of its keywords.

    Raises:
        InvalidRequestError: As the client raised it, in other words.
    """
    try:
        yield
    except errors.InvalidRequestError as error:
        longest_first = sorted(options, key=len, reverse=True)
        # Not what is within a longer expression.
        found = "|".join(map(re.escape, longest_first))
        names = re.compile(rf"(?<![\w.])(?:{found})(?!\w|\.\w)")
        problems = [
            names.sub(lambda found: options[found[0]], problem) for problem in error.problems
        ]
        raise errors.InvalidRequestError(*problems, operation=error.operation) from None
