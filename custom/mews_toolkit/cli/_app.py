"""The tree of commands."""

from __future__ import annotations

import click

from mews_connector import __version__
from mews_toolkit.cli._commands import commands_under
from mews_toolkit.cli._list import list_command
from mews_toolkit.cli._listings import listings_of, methods_of, resource_names, summary_of
from mews_toolkit.cli._settings import shared_options

__all__ = ["app"]


class _Resource(click.Group):
    """The commands of one resource."""

    def __init__(self, attribute: str, name: str) -> None:
        summary = summary_of(attribute)
        super().__init__(name, help=summary, short_help=summary, params=[*shared_options()])
        self._attribute = attribute

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        listed = [each.name for each in listings_of(self._attribute)]
        return [*listed, *(each.path[-1] for each in commands_under(self.name))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        for added in commands_under(self.name):
            if added.path[-1] == cmd_name:
                return added.load()
        for listing in listings_of(self._attribute):
            if listing.name == cmd_name:
                return list_command(listing)
        return None


class _Root(click.Group):
    """All resources of which something can be done, and what is beside them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        return [*_resources(), *(each.path[-1] for each in commands_under(None))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        for added in commands_under(None):
            if added.path[-1] == cmd_name:
                return added.load()
        attribute = _resources().get(cmd_name)
        return None if attribute is None else _Resource(attribute, cmd_name)


def _resources() -> dict[str, str]:
    """The client's attributes that have commands, by the names of these."""
    names = {name.replace("_", "-"): name for name in resource_names()}
    return {
        name: attribute
        for name, attribute in names.items()
        if any(method.is_paginated for method in methods_of(attribute)) or any(commands_under(name))
    }


def _tell_version(context: click.Context, _: click.Parameter, given: object) -> None:
    if given:
        click.echo(f"mews {__version__}")
        context.exit()


app = _Root(
    "mews",
    params=[
        *shared_options(),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_tell_version,
            help="Print the version.",
        ),
    ],
    help=(
        "Payments and finance of Mews on the command line.\n\n"
        "Tokens come from MEWS_CLIENT_TOKEN and MEWS_ACCESS_TOKEN, or from a file that is yours"
        " alone, and never from arguments. `mews doctor` says whether they work."
    ),
)
