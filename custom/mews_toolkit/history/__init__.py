"""What to ask for when figures are kept: whole hotel days, once they can no longer change.

until = safe_until(await mews.configuration.get())
for day, interval in days("Europe/Budapest", first, last):
    ...
"""

from mews_toolkit.history._days import days
from mews_toolkit.history._editable_history import safe_until

__all__ = ["days", "safe_until"]
