"""`mews completion`: what makes a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

__all__ = ["command"]

_SHELLS = {
    "bash": "echo 'eval \"$(mews completion bash)\"' >> ~/.bashrc",
    "zsh": "echo 'eval \"$(mews completion zsh)\"' >> ~/.zshrc",
    "fish": "mews completion fish > ~/.config/fish/completions/mews.fish",
}
# What keeps click from wrapping a paragraph.
_AS_IT_IS = "\b\n"


@click.pass_context
def _run(context: click.Context, /, shell: str) -> None:
    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"Nothing is known of the shell {shell}")
    click.echo(found(context.find_root().command, {}, "mews", "_MEWS_COMPLETE").source())


command = click.Command(
    "completion",
    callback=_run,
    params=[click.Argument(["shell"], type=click.Choice([*_SHELLS]))],
    short_help="Print what completes commands in a shell.",
    help="Prints what makes a shell complete commands, options and states. Once and for all:\n\n"
    + "\n\n".join(f"{_AS_IT_IS}{shell}:\n  {line}" for shell, line in _SHELLS.items()),
)
