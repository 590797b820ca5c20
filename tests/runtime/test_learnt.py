"""What a walk learns about pages, one after the other."""

from __future__ import annotations

from mews_runtime._learnt import Learnt


def test_twenty_pages_without_trouble_are_counted_from_the_last_trouble_on() -> None:
    learnt = Learnt(1000)
    learnt.page_was_read(500, asked=1000)
    for _ in range(19):
        learnt.page_was_read(500, asked=500)
    learnt.page_was_read(250, asked=500)

    for _ in range(19):
        learnt.page_was_read(250, asked=250)
        assert learnt.count == 250
    learnt.page_was_read(250, asked=250)

    assert learnt.count == 500
