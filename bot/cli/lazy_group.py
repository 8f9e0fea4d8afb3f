"""A group of commands that imports the module of a command when that is called, so that `--help` is fast."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import IO, Any

import click

from bot.cli.output.terminal import echo
from bot.errors import explain
from loaders.compiled_patterns import pattern_codes

# A start makes a million objects that stay: the collector looks at those of them that are made once the
# command is imported after so many new ones, not every 700.
_OBJECTS = 50_000


@dataclass(frozen=True, slots=True)
class LazyCommand:
    """A command by its name, the module that holds it as `command`, and the first line of its help."""

    name: str
    module: str
    help: str

    def load(self) -> click.Command:
        """Imports the command; what that makes stays to the end, so the collector never looks at it."""
        gc.disable()
        try:
            command: click.Command = import_module(self.module).command
        finally:
            gc.freeze()
            gc.set_threshold(_OBJECTS)
            gc.enable()
        return command


class Failure(click.ClickException):
    """What could not be done, in one line on standard error."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Prints the line."""
        echo(self.message, err=True)


class LazyGroup(click.Group):
    """The commands; an error of any of them becomes one line, never a traceback."""

    def __init__(self, *args: Any, lazy: Sequence[LazyCommand] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lazy = {command.name: command for command in lazy}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the help."""
        return sorted(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        lazy = self._lazy.get(cmd_name)
        return lazy.load() if lazy else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without importing them."""
        names = self.list_commands(ctx)
        limit = formatter.width - 6 - max(map(len, names))
        commands = (click.Command(name, help=self._lazy[name].help) for name in names)
        with formatter.section("Commands"):
            formatter.write_dl(
                [(command.name or "", command.get_short_help_str(limit)) for command in commands]
            )

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; the patterns that it compiled are there at the next start."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            raise Failure(explain(error)) from error
        finally:
            pattern_codes().keep()
