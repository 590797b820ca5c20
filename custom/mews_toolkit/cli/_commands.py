"""The commands beside the listings: one module each, and one line each in the list below."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import click
from attrs import frozen

__all__ = ["COMMANDS", "Added", "commands_under"]


@frozen
class Added:
    """A command of its own.

    Attributes:
        path: What is typed for it.
        module: The module here whose `command` it is; loaded when it is wanted.
        summary: What it does, for the list of commands.
    """

    path: tuple[str, ...]
    module: str
    summary: str

    def load(self) -> click.Command:
        """The command itself."""
        found: click.Command = import_module(f"mews_toolkit.cli.{self.module}").command
        return found


COMMANDS = (
    Added(("payments", "add-external"), "_add_external", "Record a payment exactly once."),
    Added(("export",), "_export", "Write all rows into a file."),
    Added(("reconcile",), "_reconcile", "Add up a hotel's days."),
    Added(("doctor",), "_doctor", "Find out what is wrong, and what to do."),
    Added(("sandbox",), "_sandbox", "Start a local Mews to try things on."),
    Added(("completion",), "_completion", "Print what completes commands in a shell."),
)


def commands_under(group: str | None) -> Iterator[Added]:
    """Those of the group with this name, or of none."""
    for each in COMMANDS:
        if each.path[:-1] == (() if group is None else (group,)):
            yield each
