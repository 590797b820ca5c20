"""Many hotels at once: those of a portfolio token, or those of many access tokens.

outcomes = await each(mews, work)  # a client of one portfolio token
outcomes = await each(fleet, work)  # a Fleet of a token per hotel
async for label, row in merge({"north": north.payments.get_all(...), "south": ...}):
    ...
"""

from mews_toolkit.portfolio._each import each
from mews_toolkit.portfolio._enterprises import enterprises
from mews_toolkit.portfolio._fleet import Fleet
from mews_toolkit.portfolio._merge import merge
from mews_toolkit.portfolio._merge_error import MergeError
from mews_toolkit.portfolio._outcomes import Outcomes

__all__ = ["Fleet", "MergeError", "Outcomes", "each", "enterprises", "merge"]
